package io.refundtool.fiscalization.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a correction receipt is given.
 *
 * @param type FFD tag 1173 in the words of ATOL Online: self or instruction
 * @param date FFD tag 1178, the day of the settlement that is corrected, by the cash register's calendar
 * @param number FFD tag 1179, the number of the tax office's order; null where none asked for the correction
 */
public record CorrectionBasis(
        String type, LocalDate date, @Nullable String number) {
    private static final String OF_OUR_OWN_ACCORD = "self";

    /** The shop corrects what it could not register, and nobody had to tell it to. */
    public static CorrectionBasis ofOurOwnAccord(LocalDate settledOn) {
        return new CorrectionBasis(OF_OUR_OWN_ACCORD, settledOn, null);
    }
}

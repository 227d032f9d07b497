package io.refundtool.sandbox.atol;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registration that was taken, and what came of it.
 *
 * @param externalId the idempotency key: there is never a second registration under it
 * @param callbackUrl where the result is told; empty when nobody wants it
 * @param documentNumber FFD tag 1040, unique in the fiscal storage
 * @param registeredAt when it was taken
 * @param resultAt when the register has printed it or refused to; null when it never gets to it
 * @param error why the register refused; null when it did not
 */
public record AtolReceipt(
        String uuid,
        String externalId,
        String operation,
        BigDecimal total,
        String callbackUrl,
        long documentNumber,
        Instant registeredAt,
        @Nullable Instant resultAt,
        @Nullable AtolError error) {

    static final String FISCAL_STORAGE = "9999078900001341";
    static final String REGISTER = "0000000001027452";
    static final String TAX_SITE = "www.nalog.gov.ru";
    private static final int RECEIPTS_PER_SHIFT = 5_000;

    /** Whether there is a result at that time. */
    boolean hasResult(Instant now) {
        return resultAt != null && !resultAt.isAfter(now);
    }

    /** Whether the register printed it, or will: then it is with the tax office. */
    public boolean fiscal() {
        return resultAt != null && error == null;
    }

    /** Shifts are closed daily in life, and after a number of receipts here. */
    long shift() {
        return 1 + documentNumber / RECEIPTS_PER_SHIFT;
    }

    long numberInShift() {
        return 1 + documentNumber % RECEIPTS_PER_SHIFT;
    }

    /** FFD tag 1077: looks random, and is the same whenever it is asked for. */
    long documentAttribute() {
        return Integer.toUnsignedLong(uuid.hashCode());
    }
}

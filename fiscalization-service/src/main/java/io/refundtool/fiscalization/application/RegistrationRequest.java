package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.MoneyScale;
import io.refundtool.fiscalization.domain.PlannedReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt to register, as the ledger holds it: sent again after a crash it is the same to the byte.
 *
 * @param registration number of the registration that the external id belongs to
 * @param externalId the idempotency key, at most 128 characters
 * @param announcedAt when the money moved
 * @param correction for a correction receipt, and for no other
 * @param client FFD tag 1008, an e-mail address or a phone number; personal data, never logged
 */
public record RegistrationRequest(
        long receiptId,
        int registration,
        String externalId,
        String groupCode,
        Instant announcedAt,
        String client,
        SellerData seller,
        MoneyScale scale,
        FiscalOperation operation,
        @Nullable CorrectionBasis correction,
        PlannedReceipt receipt) {

    @Override
    public String toString() {
        return "RegistrationRequest[" + receiptId + ", " + externalId + "]";
    }
}

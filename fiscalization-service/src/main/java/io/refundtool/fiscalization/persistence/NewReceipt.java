package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.application.SellerData;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.ExternalIds;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.PlannedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that enters the ledger.
 *
 * @param correction for a correction receipt, and for no other
 * @param client FFD tag 1008, an e-mail address or a phone number; personal data, never logged
 */
public record NewReceipt(
        String movementId,
        FiscalOperation operation,
        PlannedReceipt receipt,
        @Nullable CorrectionBasis correction,
        String groupCode,
        String client,
        SellerData seller) {

    String externalId() {
        return ExternalIds.of(operation, movementId, receipt.ordinal(), 1);
    }

    @Override
    public String toString() {
        return "NewReceipt[" + externalId() + "]";
    }
}

package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.PlannedReceipt;
import io.refundtool.fiscalization.persistence.NewReceipt;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The group of cash registers that receipts go to, and who gives them.
 *
 * @param zone by whose calendar a register's day is counted
 */
public record CashRegister(String groupCode, SellerData seller, ZoneId zone) {
    NewReceipt newReceipt(String movementId, FiscalOperation operation, PlannedReceipt receipt, String client) {
        return new NewReceipt(movementId, operation, receipt, null, groupCode, client, seller);
    }

    NewReceipt newCorrection(String movementId, PlannedReceipt receipt, String client, Instant settledAt) {
        return new NewReceipt(
                movementId,
                FiscalOperation.SELL_REFUND_CORRECTION,
                receipt,
                CorrectionBasis.ofOurOwnAccord(settledAt.atZone(zone).toLocalDate()),
                groupCode,
                client,
                seller);
    }
}

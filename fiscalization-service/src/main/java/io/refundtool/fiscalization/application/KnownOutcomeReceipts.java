package io.refundtool.fiscalization.application;

import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.persistence.KnownReceipts;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptContents.Content;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import java.util.List;

/** Brings the receipts of a movement, as they are planned, to what was told of them before the ledger was lost. */
public final class KnownOutcomeReceipts {
    private static final String REASON = "The ledger was lost; what is told of the movement is all that is known";

    private final KnownReceipts receipts;
    private final NewReceipts newReceipts;
    private final SettledReceipts settled;
    private final ReceiptContents contents;
    private final CashRegister register;

    public KnownOutcomeReceipts(
            KnownReceipts receipts,
            NewReceipts newReceipts,
            SettledReceipts settled,
            ReceiptContents contents,
            CashRegister register) {
        this.receipts = receipts;
        this.newReceipts = newReceipts;
        this.settled = settled;
        this.contents = contents;
        this.register = register;
    }

    /** Whether the receipts that were told are those that the ledger has for the movement; they are registered then. */
    boolean register(Movement movement, List<Receipt> told) {
        List<LineReceipts> lines = LineReceipts.of(
                settled.ofMovements(List.of(movement.movementId())).getOrDefault(movement.movementId(), List.of()));
        if (lines.size() != told.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            if (!register(movement, lines.get(i), told.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean register(Movement movement, LineReceipts lines, Receipt told) {
        int ordinal = lines.first().ordinal();
        if (told.kind() != ReceiptKind.REFUND_CORRECTION) {
            return receipts.register(
                    movement.movementId(), ordinal, lines.first().operation(), told);
        }
        receipts.replace(movement.movementId(), ordinal, ReceiptDecider.LEDGER_LOST, REASON);
        if (lines.correction() == null) {
            long first = lines.first().receiptId();
            contents.find(List.of(first)).values().forEach(content -> correct(movement, content));
        }
        return receipts.register(movement.movementId(), ordinal, FiscalOperation.SELL_REFUND_CORRECTION, told);
    }

    private void correct(Movement movement, Content content) {
        newReceipts.insert(List.of(register.newCorrection(
                movement.movementId(), content.receipt(), content.client(), movement.announcedAt())));
    }

    /** Which of them failed is not told, so all that are not finished may be registered all the same. */
    void fail(Movement movement) {
        receipts.fail(movement.movementId(), ReceiptDecider.LEDGER_LOST, REASON);
    }

    void remove(Movement movement) {
        receipts.remove(movement.movementId());
    }
}

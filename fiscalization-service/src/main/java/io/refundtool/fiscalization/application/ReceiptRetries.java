package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.ReceiptChange;
import io.refundtool.fiscalization.persistence.ReceiptRow;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends receipts anew that had failed, in the caller's transaction. */
public final class ReceiptRetries {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptRetries.class);

    private final ReceiptTable receipts;
    private final SettledReceipts settled;
    private final CashRegister register;
    private final WakeUp registrations;

    public ReceiptRetries(ReceiptTable receipts, SettledReceipts settled, CashRegister register, WakeUp registrations) {
        this.receipts = receipts;
        this.settled = settled;
        this.register = register;
        this.registrations = registrations;
    }

    /** Locks all receipts of the movements. */
    Map<Long, ReceiptRow> lock(Collection<String> movementIds) {
        return receipts.lockOfMovements(movementIds);
    }

    /** Sends anew what keeps a movement from being registered. */
    void retry(String movementId, Map<Long, ReceiptRow> locked) {
        retry(LineReceipts.of(settled.ofMovements(List.of(movementId)).getOrDefault(movementId, List.of())).stream()
                .filter(LineReceipts::haveFailed)
                .map(lines ->
                        Objects.requireNonNull(locked.get(lines.toTryAgain().receiptId())))
                .toList());
    }

    /** Sends these receipts anew, which have failed; new registrations are given by today's seller. */
    void retry(Collection<ReceiptRow> failed) {
        List<ReceiptChange> changes = new ArrayList<>();
        List<Long> registeredAnew = new ArrayList<>();
        for (ReceiptRow row : failed) {
            Resend retry = ReceiptDecider.retry(row.progress(), row.failureCode());
            LOG.debug("Receipt {} is sent anew", retry.next().externalId());
            changes.add(new ReceiptChange(row.receiptId(), retry.next(), retry.after(), null, null, null, null));
            if (retry.next().registration() != row.progress().registration()) {
                registeredAnew.add(row.receiptId());
            }
        }
        receipts.update(changes);
        if (!registeredAnew.isEmpty()) {
            receipts.giveBy(register, registeredAnew);
        }
        registrations.atCommit();
    }
}

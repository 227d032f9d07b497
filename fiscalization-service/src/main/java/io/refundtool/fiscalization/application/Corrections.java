package io.refundtool.fiscalization.application;

import static java.util.Objects.requireNonNull;

import io.refundtool.fiscalization.domain.ReceiptState;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.NewReceipt;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptContents.Content;
import io.refundtool.fiscalization.persistence.ReceiptRow;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Begins a correction receipt for each refund receipt that cannot be registered, in the caller's transaction. */
public final class Corrections {
    private final ReceiptTable receipts;
    private final SettledReceipts settled;
    private final NewReceipts newReceipts;
    private final ReceiptContents contents;
    private final ReceiptRetries retries;
    private final CashRegister register;
    private final WakeUp registrations;

    public Corrections(
            ReceiptTable receipts,
            SettledReceipts settled,
            NewReceipts newReceipts,
            ReceiptContents contents,
            ReceiptRetries retries,
            CashRegister register,
            WakeUp registrations) {
        this.receipts = receipts;
        this.settled = settled;
        this.newReceipts = newReceipts;
        this.contents = contents;
        this.retries = retries;
        this.register = register;
        this.registrations = registrations;
    }

    /**
     * Begins the corrections, or sends those anew that failed in an earlier try.
     *
     * @param replaced the refund receipts, locked
     */
    void begin(Collection<ReceiptRow> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        Map<Long, Long> earlier = earlierOnes(replaced);
        List<ReceiptRow> first = replaced.stream()
                .filter(row -> !earlier.containsKey(row.receiptId()))
                .toList();
        Map<Long, Content> stated =
                contents.find(first.stream().map(ReceiptRow::receiptId).toList());
        newReceipts.insert(first.stream()
                .map(row -> correctionOf(row, requireNonNull(stated.get(row.receiptId()))))
                .toList());
        retries.retry(receipts.lock(earlier.values()).values().stream()
                .filter(row -> row.progress().state() == ReceiptState.FAILED)
                .toList());
        registrations.atCommit();
    }

    /** Ids of corrections by those of the receipts that they replace; locked with these, so that none is added now. */
    private Map<Long, Long> earlierOnes(Collection<ReceiptRow> replaced) {
        Set<String> movementIds =
                replaced.stream().map(row -> row.progress().movementId()).collect(Collectors.toSet());
        Set<Long> replacedIds = replaced.stream().map(ReceiptRow::receiptId).collect(Collectors.toSet());
        Map<Long, Long> corrections = new HashMap<>();
        settled.ofMovements(movementIds).values().stream()
                .flatMap(ofMovement -> LineReceipts.of(ofMovement).stream())
                .filter(lines -> replacedIds.contains(lines.first().receiptId()))
                .forEach(lines -> {
                    if (lines.correction() != null) {
                        corrections.put(
                                lines.first().receiptId(), lines.correction().receiptId());
                    }
                });
        return corrections;
    }

    private NewReceipt correctionOf(ReceiptRow row, Content content) {
        return register.newCorrection(
                row.progress().movementId(), content.receipt(), content.client(), row.announcedAt());
    }
}

package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.fiscalization.persistence.NewReceipt;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.LostReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns announced movements of money into ledger rows, in the transaction that notes the events as read. New refunds,
 * which are nearly all, are written together; what depends on the ledger is looked at one by one.
 */
public final class MovementIntake {
    private final MovementTable movements;
    private final NewReceipts receipts;
    private final MovementPlanning planning;
    private final Compensations compensations;
    private final ReceiptRetries retries;
    private final RepeatedAnnouncements repeated;
    private final Outcomes outcomes;
    private final KnownOutcomes known;
    private final LostReading lost;
    private final WakeUp registrations;

    public MovementIntake(
            MovementTable movements,
            NewReceipts receipts,
            MovementPlanning planning,
            Compensations compensations,
            ReceiptRetries retries,
            RepeatedAnnouncements repeated,
            Outcomes outcomes,
            KnownOutcomes known,
            LostReading lost,
            WakeUp registrations) {
        this.movements = movements;
        this.receipts = receipts;
        this.planning = planning;
        this.compensations = compensations;
        this.retries = retries;
        this.repeated = repeated;
        this.outcomes = outcomes;
        this.known = known;
        this.lost = lost;
        this.registrations = registrations;
    }

    /** Runs inside the inbox's transaction. */
    public void accept(List<ReceivedEvent> batch) {
        List<Announcement> announcements = batch.stream()
                .map(received -> Announcement.of(received.envelope()))
                .toList();
        Set<String> readBefore = batch.stream()
                .filter(lost::has)
                .map(received -> received.envelope().id())
                .collect(Collectors.toSet());
        Set<String> inLedger = new HashSet<>(movements
                .find(announcements.stream()
                        .map(announcement -> announcement.movement().movementId())
                        .toList())
                .keySet());
        lock(announcements, inLedger);
        List<MovementEntry> unwritten = new ArrayList<>();
        for (Announcement announcement : announcements) {
            try (EventLogContext _ = EventLogContext.of(announcement.envelope())) {
                boolean isNew = inLedger.add(announcement.movement().movementId());
                if (isNew && !announcement.isOfMoneyBack()) {
                    unwritten.add(planning.enter(announcement.movement(), announcement.refund()));
                } else {
                    write(unwritten);
                    unwritten.clear();
                    if (isNew || !isAnswered(announcement, readBefore)) {
                        dependingOnTheLedger(announcement, isNew);
                    }
                }
            }
        }
        write(unwritten);
    }

    /**
     * Of a repetition that the lost ledger had read nobody knows whether it was answered. Whoever misses the answer
     * announces once more; to begin anew here could make a second receipt.
     */
    private boolean isAnswered(Announcement announcement, Set<String> readBefore) {
        return readBefore.contains(announcement.envelope().id())
                && known.has(announcement.movement().movementId());
    }

    /** All at once and in one order, receipts first: one by one they could wait for others in a circle. */
    private void lock(List<Announcement> announcements, Set<String> inLedger) {
        List<Movement> depending = announcements.stream()
                .filter(announcement -> announcement.isOfMoneyBack()
                        || inLedger.contains(announcement.movement().movementId()))
                .map(Announcement::movement)
                .toList();
        if (!depending.isEmpty()) {
            retries.lock(depending.stream().map(Movement::movementId).toList());
            movements.lockOfRefunds(depending);
        }
    }

    private void dependingOnTheLedger(Announcement announcement, boolean isNew) {
        if (isNew) {
            Movement back = announcement.movement();
            write(List.of(compensations.enter(back, movements.lockOfRefunds(List.of(back)))));
        } else {
            repeated.accept(announcement);
        }
    }

    private void write(List<MovementEntry> entries) {
        List<Movement> entered = entries.stream().map(MovementEntry::movement).toList();
        List<NewReceipt> begun =
                entries.stream().flatMap(entry -> entry.receipts().stream()).toList();
        movements.insert(entered);
        receipts.insert(begun);
        Set<String> told = known.settle(entered);
        outcomes.tell(entered.stream()
                .filter(movement -> !told.contains(movement.movementId()))
                .toList());
        if (!begun.isEmpty()) {
            registrations.atCommit();
        }
    }
}

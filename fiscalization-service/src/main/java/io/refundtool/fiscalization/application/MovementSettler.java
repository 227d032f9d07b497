package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import io.refundtool.fiscalization.persistence.SettledReceipts.SettledReceipt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what became of a movement when its last receipt is registered or one has failed, and begins the receipts of a
 * movement back that waited for it. In the caller's transaction, which has locked the receipts before.
 */
public final class MovementSettler {
    private static final Logger LOG = LoggerFactory.getLogger(MovementSettler.class);

    private final MovementTable movements;
    private final SettledReceipts receipts;
    private final NewReceipts newReceipts;
    private final Compensations compensations;
    private final Outcomes outcomes;
    private final WakeUp registrations;
    private final Clock clock;

    public MovementSettler(
            MovementTable movements,
            SettledReceipts receipts,
            NewReceipts newReceipts,
            Compensations compensations,
            Outcomes outcomes,
            WakeUp registrations,
            Clock clock) {
        this.movements = movements;
        this.receipts = receipts;
        this.newReceipts = newReceipts;
        this.compensations = compensations;
        this.outcomes = outcomes;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Looks at movements of which a receipt was registered or failed just now. */
    void settle(Set<String> movementIds) {
        if (movementIds.isEmpty()) {
            return;
        }
        Map<String, Movement> locked = movements.lockWithTheirRefunds(movementIds);
        List<Movement> finished = new ArrayList<>();
        receipts.ofMovements(movementIds).forEach((movementId, its) -> {
            Movement movement = locked.get(movementId);
            if (movement != null) {
                List<LineReceipts> lines = LineReceipts.of(its);
                reportTwiceRegistered(lines);
                finishIfDone(movement, lines, finished);
            }
        });
        List<MovementEntry> begun = waiting(finished, locked.values());
        finished.addAll(begun.stream().map(MovementEntry::movement).toList());
        movements.update(finished);
        begin(begun);
        outcomes.tell(finished);
    }

    /** Begins what waited for these, which were found to be finished. */
    void beginWaitingFor(List<Movement> finished) {
        Map<String, Movement> locked = movements.lockWithTheirRefunds(
                finished.stream().map(Movement::movementId).toList());
        List<MovementEntry> begun = waiting(finished, locked.values());
        List<Movement> entered = begun.stream().map(MovementEntry::movement).toList();
        movements.update(entered);
        begin(begun);
        outcomes.tell(entered);
    }

    private void finishIfDone(Movement movement, List<LineReceipts> lines, List<Movement> finished) {
        MovementState next = MovementState.of(
                lines.stream().map(its -> its.standing().state()).toList());
        if (movement.state().mayBecome(next)) {
            finished.add(lines.stream()
                    .filter(LineReceipts::haveFailed)
                    .findFirst()
                    .map(failed ->
                            movement.finished(next, clock.instant(), failed.failureCode(), failed.failureReason()))
                    .orElseGet(() -> movement.finished(next, clock.instant(), null, null)));
        }
    }

    /** Movements back that were announced while the receipts they compensate were in progress. */
    private List<MovementEntry> waiting(List<Movement> finished, Collection<Movement> ofTheirRefunds) {
        return finished.stream()
                .flatMap(out -> ofTheirRefunds.stream()
                        .filter(back -> out.movementId().equals(back.compensates()))
                        .filter(back -> back.state() == MovementState.PENDING)
                        .map(back -> compensations.begin(back, out)))
                .toList();
    }

    private void begin(List<MovementEntry> begun) {
        newReceipts.insert(
                begun.stream().flatMap(entry -> entry.receipts().stream()).toList());
        if (!begun.isEmpty()) {
            registrations.atCommit();
        }
    }

    private static void reportTwiceRegistered(List<LineReceipts> lines) {
        lines.stream()
                .filter(LineReceipts::areRegisteredTwice)
                .map(LineReceipts::first)
                .map(SettledReceipt::receipt)
                .forEach(receipt -> LOG.error(
                        "Receipt {} had failed, was corrected, and is registered after all: one of both must be undone",
                        receipt == null ? "" : receipt.externalId()));
    }
}

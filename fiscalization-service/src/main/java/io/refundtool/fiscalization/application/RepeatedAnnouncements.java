package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.ImpossibleReceipt;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What another announcement of a known movement does: what is on record is told again, what is in progress goes on, and
 * what has failed is begun anew. In the inbox's transaction.
 */
public final class RepeatedAnnouncements {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedAnnouncements.class);

    private final MovementTable movements;
    private final NewReceipts newReceipts;
    private final ReceiptRetries retries;
    private final MovementPlanning planning;
    private final Compensations compensations;
    private final Outcomes outcomes;
    private final WakeUp registrations;
    private final Clock clock;

    public RepeatedAnnouncements(
            MovementTable movements,
            NewReceipts newReceipts,
            ReceiptRetries retries,
            MovementPlanning planning,
            Compensations compensations,
            Outcomes outcomes,
            WakeUp registrations,
            Clock clock) {
        this.movements = movements;
        this.newReceipts = newReceipts;
        this.retries = retries;
        this.planning = planning;
        this.compensations = compensations;
        this.outcomes = outcomes;
        this.registrations = registrations;
        this.clock = clock;
    }

    void accept(Announcement announcement) {
        Movement announced = announcement.movement();
        Movement known = Objects.requireNonNull(
                movements.find(List.of(announced.movementId())).get(announced.movementId()));
        LOG.debug("Movement {} was announced again and is {}", known.movementId(), known.state());
        if (!known.agreesWith(announced)) {
            outcomes.tellContradiction(contradicted(announced, known));
            return;
        }
        switch (known.state()) {
            case REGISTERED, NOT_REQUIRED -> outcomes.tellAgain(known, announced);
            case PENDING -> {
                // It is told when it is finished, and this announcement is answered by that.
            }
            case FAILED -> beginAnew(announcement);
        }
    }

    private void beginAnew(Announcement announcement) {
        Movement announced = announcement.movement();
        Map<Long, ReceiptRow> receipts = retries.lock(List.of(announced.movementId()));
        Map<String, Movement> ofRefund = movements.lockOfRefunds(List.of(announced));
        Movement known = Objects.requireNonNull(ofRefund.get(announced.movementId()));
        if (known.state() != MovementState.FAILED) {
            outcomes.tellAgain(known, announced);
            return;
        }
        Movement anew = known.begunAnew(announced);
        if (receipts.isEmpty()) {
            begin(
                    announcement.isOfMoneyBack()
                            ? compensations.enter(anew, ofRefund)
                            : planning.enter(anew, announcement.refund()));
        } else {
            retries.retry(announced.movementId(), receipts);
            movements.update(List.of(anew));
        }
    }

    /** What could not be stated before: with the same facts it fails again, and that is told. */
    private void begin(MovementEntry entry) {
        movements.update(List.of(entry.movement()));
        newReceipts.insert(entry.receipts());
        registrations.atCommit();
        outcomes.tell(List.of(entry.movement()));
    }

    private Movement contradicted(Movement announced, Movement known) {
        String reason = "Expected movement %s to be of refund %s of order %s for %d %s, but the ledger has other facts"
                .formatted(
                        announced.movementId(),
                        announced.refundId(),
                        announced.orderId(),
                        announced.amountMinor(),
                        announced.currency());
        LOG.error("{}: refund {} of order {}", reason, known.refundId(), known.orderId());
        return announced.finished(
                MovementState.FAILED, clock.instant(), ImpossibleReceipt.MOVEMENT_CONTRADICTS_LEDGER.name(), reason);
    }
}

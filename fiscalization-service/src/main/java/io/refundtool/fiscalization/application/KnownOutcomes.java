package io.refundtool.fiscalization.application;

import static java.util.Objects.requireNonNull;

import io.refundtool.events.Envelope;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.persistence.KnownOutcome;
import io.refundtool.fiscalization.persistence.KnownOutcomeTable;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.RefusedEventException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the service told of movements, as its own topic has it. When the ledger is lost, or comes from a backup, a movement
 * that is finished there gets the same end here, and nothing is sent or told of it again.
 */
public final class KnownOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(KnownOutcomes.class);

    /** The cause of the dead letter of a movement whose receipts would be others today than those that were told. */
    private static final String OTHER_RECEIPTS = "TOLD_OTHER_RECEIPTS";

    private final KnownOutcomeTable outcomes;
    private final MovementTable movements;
    private final KnownOutcomeReceipts receipts;
    private final MovementSettler settler;
    private final TransactionOperations transactions;

    public KnownOutcomes(
            KnownOutcomeTable outcomes,
            MovementTable movements,
            KnownOutcomeReceipts receipts,
            MovementSettler settler,
            TransactionOperations transactions) {
        this.outcomes = outcomes;
        this.movements = movements;
        this.receipts = receipts;
        this.settler = settler;
        this.transactions = transactions;
    }

    /** Keeps what these events of the service say, and finishes what a backup of the ledger has as unfinished. */
    public void remember(List<ReceivedEvent> own) {
        List<KnownOutcome> told = own.stream()
                .map(received -> outcome(received.envelope()))
                .flatMap(Optional::stream)
                .toList();
        transactions.executeWithoutResult(_ -> {
            outcomes.keep(told);
            // What waited is begun before its own end comes.
            told.forEach(
                    each -> finishInBackup(each).ifPresent(finished -> settler.beginWaitingFor(List.of(finished))));
        });
    }

    /** Whether something is known of the movement. */
    boolean has(String movementId) {
        return !outcomes.find(List.of(movementId)).isEmpty();
    }

    /** Gives movements that have just entered the ledger the end that is known of them; returns the ids of those. */
    Set<String> settle(Collection<Movement> entered) {
        Map<String, KnownOutcome> known =
                outcomes.find(entered.stream().map(Movement::movementId).toList());
        if (!known.isEmpty()) {
            entered.stream()
                    .filter(movement -> known.containsKey(movement.movementId()))
                    .forEach(movement -> {
                        if (finish(movement, requireNonNull(known.get(movement.movementId())))
                                .isEmpty()) {
                            throw otherReceipts(movement);
                        }
                    });
        }
        return new HashSet<>(known.keySet());
    }

    private Optional<Movement> finishInBackup(KnownOutcome told) {
        Movement movement = movements.find(List.of(told.movementId())).get(told.movementId());
        if (movement == null || !isNews(told, movement)) {
            return Optional.empty();
        }
        Optional<Movement> finished = finish(movement, told);
        if (finished.isEmpty()) {
            LOG.error(
                    "{}; it stays as the backup has it", otherReceipts(movement).getMessage());
        }
        return finished;
    }

    /** A failure of an earlier try says nothing of the one that is in progress; a success counts whenever it was told. */
    private static boolean isNews(KnownOutcome told, Movement movement) {
        return switch (movement.state()) {
            case PENDING ->
                !(told.event() instanceof ReceiptFailed) || MovementEvents.answers(told.eventId(), movement);
            case FAILED -> told.event() instanceof ReceiptRegistered;
            case REGISTERED, NOT_REQUIRED -> false;
        };
    }

    /** Empty if the receipts that were told are not those of the ledger. */
    private Optional<Movement> finish(Movement movement, KnownOutcome told) {
        Optional<Movement> finished = switch (told.event()) {
            case ReceiptRegistered event when !receipts.register(movement, event.receipts()) -> Optional.empty();
            case ReceiptRegistered _ ->
                Optional.of(movement.finished(MovementState.REGISTERED, told.toldAt(), null, null));
            case ReceiptFailed event -> {
                receipts.fail(movement);
                yield Optional.of(
                        movement.finished(MovementState.FAILED, event.failedAt(), event.code(), event.reason()));
            }
            case ReceiptNotRequired event -> {
                receipts.remove(movement);
                yield Optional.of(
                        movement.finished(MovementState.NOT_REQUIRED, event.decidedAt(), null, event.reason()));
            }
        };
        finished.ifPresent(each -> movements.update(List.of(each)));
        return finished;
    }

    private static RefusedEventException otherReceipts(Movement movement) {
        return new RefusedEventException(
                OTHER_RECEIPTS,
                "Expected the receipts of movement %s to be those that were told of it, but the ledger has others"
                        .formatted(movement.movementId()));
    }

    private static Optional<KnownOutcome> outcome(Envelope<?> envelope) {
        String movementId = switch ((FiscalizationUpdate) envelope.event()) {
            case ReceiptRegistered event -> event.movementId();
            case ReceiptFailed event -> event.movementId();
            case ReceiptNotRequired event -> event.movementId();
        };
        return MovementEvents.isContradiction(envelope.id())
                ? Optional.empty()
                : Optional.of(new KnownOutcome(
                        movementId, envelope.id(), envelope.time(), (FiscalizationUpdate) envelope.event()));
    }
}

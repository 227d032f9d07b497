package io.refundtool.fiscalization.application;

import io.refundtool.events.common.Receipt;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import io.refundtool.messaging.postgres.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what became of movements, in the caller's transaction. */
public final class Outcomes {
    private final SettledReceipts receipts;
    private final Outbox outbox;
    private final Clock clock;

    public Outcomes(SettledReceipts receipts, Outbox outbox, Clock clock) {
        this.receipts = receipts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells what became of movements; of those that are pending there is nothing to tell yet. */
    void tell(Collection<Movement> movements) {
        List<Movement> finished = movements.stream()
                .filter(movement -> movement.state() != MovementState.PENDING)
                .toList();
        Map<String, List<Receipt>> registered = registeredOf(finished);
        outbox.addAll(finished.stream()
                .map(movement -> MovementEvents.of(movement, registered.getOrDefault(movement.movementId(), List.of())))
                .toList());
    }

    /** Answers another announcement of a finished movement with what is on record. */
    void tellAgain(Movement movement, Movement announcement) {
        List<Receipt> registered = registeredOf(List.of(movement)).getOrDefault(movement.movementId(), List.of());
        outbox.add(MovementEvents.again(movement, registered, announcement, clock.instant()));
    }

    void tellContradiction(Movement announced) {
        outbox.add(MovementEvents.contradicted(announced));
    }

    private Map<String, List<Receipt>> registeredOf(List<Movement> movements) {
        Set<String> registered = movements.stream()
                .filter(movement -> movement.state() == MovementState.REGISTERED)
                .map(Movement::movementId)
                .collect(Collectors.toSet());
        return registered.isEmpty()
                ? Map.of()
                : receipts.ofMovements(registered).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> LineReceipts.of(entry.getValue()).stream()
                                        .map(lines -> Objects.requireNonNull(
                                                lines.standing().receipt()))
                                        .toList()));
    }
}

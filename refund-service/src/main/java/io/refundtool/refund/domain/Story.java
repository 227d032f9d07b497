package io.refundtool.refund.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one event moves one refund on, turn by turn, and what is told on the way. Lives as long as one decision. */
final class Story {

    /**
     * What one fact can bring about, with room to spare: every clarification that is kept may be used up by a decline that is
     * kept, two turns each. More turns mean that two rules undo each other.
     */
    private static final int MAX_TURNS = 4 * RefundLedger.MAX_CLARIFICATIONS + 20;

    private final EventMeta cause;
    private final List<Emission> emitted = new ArrayList<>();
    private @Nullable Refund refund;
    private int turns;

    /**
     * @param cause what all that is told names as its cause
     * @param refund null where the event opens it
     */
    Story(EventMeta cause, @Nullable Refund refund) {
        this.cause = cause;
        this.refund = refund;
    }

    Refund refund() {
        return Objects.requireNonNull(refund);
    }

    /** The refund comes to know something; then everything follows that follows from it. */
    void know(Step step) {
        turns = 0;
        switch (step) {
            case Step.Noted(Refund next, var _) -> refund = Settled.of(next);
            case Step.Turned(Turn turn) -> turn(turn);
            case Step.Ignored _, Step.Refused _ -> {}
        }
        Optional<Turn> next = Progress.next(refund());
        while (next.isPresent()) {
            turn(next.get());
            next = Progress.next(refund());
        }
    }

    void turn(Turn turn) {
        if (++turns > MAX_TURNS) {
            throw new IllegalStateException("Expected refund %s to come to rest within %d turns, but it is %s"
                    .formatted(turn.next().refundId(), MAX_TURNS, turn.next().status()));
        }
        Refund before = refund;
        Refund now = Settled.of(turn.next());
        for (Telling telling : turn.tellings()) {
            emitted.add(Emission.of(cause, emitted.size(), Announcement.of(telling, now, before, cause)));
        }
        refund = now;
    }

    /** @param note why nothing was told, if nothing was */
    Decision told(@Nullable String note) {
        return new Decision.Accepted(refund(), emitted, emitted.isEmpty() ? note : null);
    }
}

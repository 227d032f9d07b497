package io.refundtool.notifications.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.notifications.domain.Outcome;
import io.refundtool.notifications.persistence.AnsweredDelivery;
import java.util.List;

/**
 * Counts outcomes: {@code refundtool.notifications.outcomes} by channel and outcome (told, try-again, move-on, given-up),
 * and for customers who were told, {@code refundtool.notifications.delay} from acceptance until the sending that succeeded began.
 */
public final class DeliveryMeters {
    private static final String OUTCOMES = "refundtool.notifications.outcomes";
    private static final String DELAY = "refundtool.notifications.delay";

    private final MeterRegistry registry;

    public DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<AnsweredDelivery> answered) {
        for (AnsweredDelivery it : answered) {
            String channel = it.delivery().channel().wire();
            registry.counter(OUTCOMES, "channel", channel, "outcome", word(it.outcome()))
                    .increment();
            if (it.outcome() instanceof Outcome.Told) {
                registry.timer(DELAY, "channel", channel).record(it.delivery().age());
            }
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Told it -> "told";
            case Outcome.TryAgain it -> "try-again";
            case Outcome.MoveOn it -> "move-on";
            case Outcome.GivenUp it -> "given-up";
        };
    }
}

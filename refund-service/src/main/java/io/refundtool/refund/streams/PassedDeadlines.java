package io.refundtool.refund.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.messaging.Traces;
import io.refundtool.refund.domain.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes events of deadlines that passed. */
final class PassedDeadlines {

    private final DeadlinePolicy policy;
    private final Forwarder forwarder;
    private final DeadlineMetrics metrics;

    PassedDeadlines(DeadlinePolicy policy, Forwarder forwarder, DeadlineMetrics metrics) {
        this.policy = policy;
        this.forwarder = forwarder;
        this.metrics = metrics;
    }

    void tell(String orderId, String refundId, Country country, Due due, Instant now) {
        Wait wait = due.what();
        int limit = policy.pace(country, wait.awaited()).attempts();
        DeadlinePassed event = new DeadlinePassed(
                orderId, refundId, country, wait.awaited(), wait.round(), wait.attempt(), limit, due.at());
        String id = id(event);
        forwarder.tell(
                new Envelope<>(id, Forwarder.SOURCE, due.at(), Traces.childOf(due.traceparent(), id), event), now);
        metrics.fired(wait.awaited(), Duration.between(due.at(), now));
    }

    /**
     * The same deadline always has the same id. Its time is part of it: when the log is folded anew the same wait may
     * begin at another time, and is then another deadline.
     */
    private static String id(DeadlinePassed event) {
        String name = "%s\n%s\n%s\n%d\n%d\n%s"
                .formatted(
                        event.orderId(),
                        event.refundId(),
                        event.awaited().wire(),
                        event.round(),
                        event.attempt(),
                        event.dueAt());
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}

package io.refundtool.refund.operators;

import io.refundtool.events.Envelope;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Limits;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Delivery;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.Traces;
import io.refundtool.refund.query.StoreUnavailableException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes operators' decisions to their topic, where the state machine finds them: nothing is decided here, so that a
 * decision is as durable and as ordered as any other event.
 *
 * <p>With a key a decision is idempotent: its event id is derived from key, operator and refund, and it keeps the time
 * of the first request, so that the state machine knows a repetition. Should two instances get the first two requests at
 * the same moment, the second event is a dead letter because its time differs, and is not applied either.
 */
public final class OperatorDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorDecisions.class);

    private static final String SOURCE = "/" + Topic.REFUND_OPERATOR_V1.writer();

    private final KnownRefunds refunds;
    private final EventLog log;
    private final Clock clock;
    private final RecentDecisions recent = new RecentDecisions();

    /** What follows from looking at a request. */
    private sealed interface Prepared {

        record Answered(DecisionResult result) implements Prepared {}

        record ToWrite(Envelope<OperatorDecision> envelope) implements Prepared {}
    }

    public OperatorDecisions(KnownRefunds refunds, EventLog log, Clock clock) {
        this.refunds = refunds;
        this.log = log;
        this.clock = clock;
    }

    /** Writes those that can be written, in their order, and gives a result for each, in the same order. */
    public List<DecisionResult> submit(List<DecisionRequest> requests) {
        List<Prepared> prepared = requests.stream().map(this::prepare).toList();
        List<Envelope<OperatorDecision>> toWrite = prepared.stream()
                .filter(Prepared.ToWrite.class::isInstance)
                .<Envelope<OperatorDecision>>map(it -> ((Prepared.ToWrite) it).envelope())
                .toList();
        Iterator<Delivery> deliveries =
                log.write(toWrite.stream().map(CloudEvents::toRecord).toList()).iterator();
        List<DecisionResult> results = new ArrayList<>(requests.size());
        for (Prepared each : prepared) {
            results.add(
                    switch (each) {
                        case Prepared.Answered(DecisionResult result) -> result;
                        case Prepared.ToWrite(Envelope<OperatorDecision> envelope) ->
                            written(envelope, deliveries.next());
                    });
        }
        return results;
    }

    private Prepared prepare(DecisionRequest request) {
        try {
            check(request);
            Optional<Country> country = refunds.country(request.orderId(), request.refundId());
            return country.isPresent() ? decided(request, country.get()) : unknown(request);
        } catch (InvalidEventException e) {
            return new Prepared.Answered(new DecisionResult.Invalid(e.path(), sentence(e)));
        } catch (StoreUnavailableException e) {
            return new Prepared.Answered(new DecisionResult.Unavailable(sentence(e)));
        }
    }

    private static void check(DecisionRequest request) {
        Limits.ORDER_ID.check("orderId", request.orderId());
        Limits.REFUND_ID.check("refundId", request.refundId());
        Limits.SHORT_TEXT.check("operator", request.operator());
        DecisionReader.requireWords("operator", request.operator());
        if (request.key() != null) {
            Limits.EVENT_ID.check("Idempotency-Key or id", request.key());
        }
    }

    private Prepared decided(DecisionRequest request, Country country) {
        OperatorDecision decision = DecisionReader.read(request, country, clock.instant());
        String key = request.key();
        if (key == null) {
            return toWrite(UUID.randomUUID().toString(), decision, request);
        }
        String eventId = DecisionIds.of(request, key);
        Optional<OperatorDecision> applied = refunds.applied(request.orderId(), eventId);
        OperatorDecision first = applied.orElseGet(() -> recent.first(eventId, decision));
        if (!DecisionReader.read(request, country, first.decidedAt()).equals(first)) {
            return new Prepared.Answered(
                    new DecisionResult.KeyReused("Expected a new key for another decision, but under this key stands %s"
                            .formatted(first.eventType().wireName())));
        }
        return applied.isPresent()
                ? new Prepared.Answered(new DecisionResult.Repeated(eventId, first.eventType()))
                : toWrite(eventId, first, request);
    }

    private static Prepared toWrite(String eventId, OperatorDecision decision, DecisionRequest request) {
        String traceparent = Traces.childOf(request.traceparent(), eventId);
        return new Prepared.ToWrite(new Envelope<>(eventId, SOURCE, decision.decidedAt(), traceparent, decision));
    }

    private static String sentence(RuntimeException refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "Expected a decision, but it was refused");
    }

    private static Prepared unknown(DecisionRequest request) {
        return new Prepared.Answered(
                new DecisionResult.UnknownRefund("Expected order %s to have a refund %s, but it has none"
                        .formatted(request.orderId(), request.refundId())));
    }

    private static DecisionResult written(Envelope<OperatorDecision> envelope, Delivery delivery) {
        try (EventLogContext _ = EventLogContext.of(envelope)) {
            return switch (delivery) {
                case Delivery.Acknowledged _ -> {
                    LOG.debug("An operator decided: {}", envelope.type().wireName());
                    yield new DecisionResult.Written(envelope.id(), envelope.type());
                }
                case Delivery.Failed(Exception cause) -> {
                    LOG.warn("Kafka did not acknowledge {}", envelope.type().wireName(), cause);
                    yield new DecisionResult.Unavailable(
                            "Expected Kafka to acknowledge the decision, but it did not; it may be written all the same, so ask again under the same key");
                }
                case Delivery.NotTaken(Exception cause) -> {
                    LOG.warn("Kafka did not take {}", envelope.type().wireName(), cause);
                    yield new DecisionResult.Unavailable(
                            "Expected Kafka to take the decision, but it is away; ask again under the same key");
                }
                case Delivery.NotSent _ ->
                    new DecisionResult.Unavailable(
                            "Expected Kafka to acknowledge the decisions before this one, but it did not; this one was not sent");
            };
        }
    }
}

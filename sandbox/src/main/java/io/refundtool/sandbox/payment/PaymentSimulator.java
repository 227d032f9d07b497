package io.refundtool.sandbox.payment;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.Traces;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.gateway.Postbox;
import io.refundtool.sandbox.gateway.Publisher;
import io.refundtool.sandbox.topic.TopicReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/**
 * Payment as the Refund Tool sees it: it hears of approved refunds and of reversals, moves the money of each part or
 * transaction once, and answers through the events bus, in the order in which it heard unless a fault delays an answer.
 *
 * <p>What is announced again is answered again with the same event id, because the first answer may be what was lost.
 */
public final class PaymentSimulator implements AutoCloseable {

    private static final String GROUP = "payment-simulator";
    private static final Set<String> HEARD =
            Set.of(EventType.REFUND_APPROVED_V1.wireName(), EventType.REFUND_REVERSAL_STARTED_V1.wireName());

    private final PayoutDesk payouts;
    private final ReversalDesk reversals;
    private final Publisher publisher;
    private final Postbox postbox;
    private final TopicReader reader;

    /**
     * Begins to read at once.
     *
     * @param postbox publishes what is said later
     * @param faults says when Payment misbehaves
     */
    public PaymentSimulator(
            KafkaSettings settings,
            PaymentLedger ledger,
            Publisher publisher,
            Postbox postbox,
            FaultPlan faults,
            Clock clock) {
        PaymentConduct conduct = new PaymentConduct(faults);
        this.payouts = new PayoutDesk(ledger, conduct, clock);
        this.reversals = new ReversalDesk(ledger, conduct, clock);
        this.publisher = publisher;
        this.postbox = postbox;
        this.reader = new TopicReader(
                        settings, GROUP, Topic.REFUND_UPDATE_V1, Map.of(), PaymentSimulator::isHeard, this::answer)
                .start();
    }

    /** The bug that stopped it, if one did. */
    public Optional<Throwable> failure() {
        return reader.failure();
    }

    private static boolean isHeard(Headers headers) {
        return CloudEvents.typeOf(headers).filter(HEARD::contains).isPresent();
    }

    private void answer(List<Envelope<?>> events) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        events.forEach(envelope -> replies.addAll(replies(envelope)));
        List<GatewayEvent> atOnce = replies.stream()
                .filter(Reply::atOnce)
                .flatMap(reply -> reply.letter().write().stream())
                .toList();
        publisher.publishInOrder(atOnce);
        // Only now: what follows an answer must not be in the log before it.
        replies.stream().filter(reply -> !reply.atOnce()).forEach(reply -> postbox.post(reply.delay(), reply.letter()));
    }

    private List<Reply> replies(Envelope<?> envelope) {
        String traceparent = Traces.childOf(envelope.traceparent());
        if (envelope.event() instanceof Approved approved) {
            return payouts.replies(approved, traceparent);
        }
        return envelope.event() instanceof ReversalStarted started
                ? reversals.replies(started, traceparent)
                : List.of();
    }

    @Override
    public void close() {
        reader.close();
    }
}

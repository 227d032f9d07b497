package io.refundtool.fiscalization.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.fiscalization.application.Phases;
import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.TopicProvisioner;
import java.util.List;
import java.util.Set;

/** Reads the announcements of money that moved while the service runs, after making sure that its topics are there. */
public final class RefundReading implements LateStarted {
    /** The consumer group. */
    public static final String NAME = "fiscalization-service";

    private static final List<Topic> TOPICS =
            List.of(Topic.REFUND_UPDATE_V1, Topic.FISCALIZATION_UPDATE_V1, Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1);

    private final KafkaSettings settings;
    private final EventConsumer consumer;
    private volatile boolean running;

    public RefundReading(KafkaSettings settings, EventBatchHandler handler, MeterRegistry meters) {
        this.settings = settings;
        this.consumer = new EventConsumer(
                settings,
                NAME,
                NAME,
                Set.of(EventType.REFUND_MONEY_REFUNDED_V1, EventType.REFUND_MONEY_REVERSED_V1),
                handler,
                Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1,
                meters);
    }

    public EventConsumer consumer() {
        return consumer;
    }

    @Override
    public void start() {
        new TopicProvisioner(settings).ensure(TOPICS);
        consumer.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        consumer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.READING;
    }
}

package io.refundtool.notifications.config;

import io.refundtool.events.Topic;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.notifications.application.DeliveryRecovery;
import io.refundtool.notifications.application.Senders;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts from the far end, so that nothing comes in that cannot go out, and stops in the other order. */
@Component
class NotificationsLifecycle implements LateStarted {
    private static final List<Topic> TOPICS =
            List.of(Topic.REFUND_UPDATE_V1, Topic.NOTIFICATIONS_UPDATE_V1, Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1);

    private final KafkaSettings kafka;
    private final DeliveryRecovery recovery;
    private final OutboxRelay relay;
    private final Senders senders;
    private final EventConsumer consumer;
    private volatile boolean running;

    NotificationsLifecycle(
            KafkaSettings kafka,
            DeliveryRecovery recovery,
            OutboxRelay relay,
            Senders senders,
            EventConsumer consumer) {
        this.kafka = kafka;
        this.recovery = recovery;
        this.relay = relay;
        this.senders = senders;
        this.consumer = consumer;
    }

    @Override
    public void start() {
        new TopicProvisioner(kafka).ensure(TOPICS);
        recovery.run();
        relay.start();
        senders.start();
        consumer.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        consumer.close();
        senders.close();
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

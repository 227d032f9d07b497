package io.refundtool.bus.config;

import io.refundtool.events.Topic;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.TopicProvisioner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that the gateway writes to, in the background, so that the gateway starts while Kafka is away. It
 * tries until it succeeds or the gateway stops; the gateway is ready when it has succeeded.
 */
final class TopicsAtStart implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TopicProvisioner provisioner;
    private final EventLog log;
    private final List<Topic> topics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean ready;

    TopicsAtStart(TopicProvisioner provisioner, EventLog log, List<Topic> topics) {
        this.provisioner = provisioner;
        this.log = log;
        this.topics = topics;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topics-at-start").start(this::provide);
    }

    private void provide() {
        try {
            while (!tryOnce()) {
                if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            ready = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOnce() {
        try {
            provisioner.ensure(topics);
            topics.forEach(topic -> log.prepare(topic.topicName()));
            return true;
        } catch (IllegalStateException | KafkaException e) {
            boolean stopped = stop.getCount() == 0;
            if (!stopped) {
                LOG.warn("Could not make the topics yet, trying again in {} s: {}", PAUSE.toSeconds(), e.getMessage());
            }
            return false;
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }
}

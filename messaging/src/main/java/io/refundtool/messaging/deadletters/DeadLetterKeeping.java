package io.refundtool.messaging.deadletters;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Topic;
import io.refundtool.messaging.DatabaseSettings;
import io.refundtool.messaging.DatabaseSettings.Recovery;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.Threads;
import io.refundtool.messaging.TopicProvisioner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Reads a service's dead letters into its database, and counts them, while the service runs. */
public final class DeadLetterKeeping implements LateStarted {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);
    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(5);

    private final Runnable topics;
    private final EventConsumer consumer;
    private final DeadLetterReport report;
    private final LetterPruning pruning;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread counting;

    /** @param topics makes sure that the topics are there */
    private DeadLetterKeeping(Runnable topics, EventConsumer consumer, DeadLetterReport report, LetterPruning pruning) {
        this.topics = topics;
        this.consumer = consumer;
        this.report = report;
        this.pruning = pruning;
    }

    /** The dead letters of the service that writes the routes' topic; its name begins that of the consumer group. */
    public static DeadLetterKeeping of(
            JdbcTemplate jdbc,
            DeadLetterTable letters,
            LetterRoutes routes,
            PlatformTransactionManager transactions,
            KafkaSettings kafka,
            DatabaseSettings database,
            MeterRegistry meters) {
        Topic topic = routes.deadLetterTopic();
        String group = topic.writer() + "-dead-letters";
        DeadLetterProjection projection = new DeadLetterProjection(jdbc, topic, letters, transactions);
        return new DeadLetterKeeping(
                () -> new TopicProvisioner(kafka).ensure(List.of(topic)),
                new EventConsumer(
                        kafka,
                        group,
                        group,
                        topic,
                        database.recovery() == Recovery.SKIP ? projection.fromOffsetsOfKafka() : projection,
                        meters),
                new DeadLetterReport(jdbc, meters, Clock.systemUTC()),
                new LetterPruning(jdbc, topic));
    }

    public EventConsumer consumer() {
        return consumer;
    }

    @Override
    public void start() {
        topics.run();
        consumer.start();
        counting = Thread.ofVirtual().name("dead-letter-report").start(this::count);
    }

    private void count() {
        try {
            do {
                report.count();
                pruning.pruneWhenDue();
            } while (!ended.await(COUNT_EVERY.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread current = counting;
        counting = null;
        ended.countDown();
        consumer.close();
        if (current != null) {
            Threads.end(current, FINISH_TIMEOUT);
        }
    }

    @Override
    public boolean isRunning() {
        return counting != null;
    }
}

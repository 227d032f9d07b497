package io.refundtool.refund.streams;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What is told of stores that are being restored. */
@Isolated("A service that starts sets all loggers anew")
class RestoreProgressTest {

    private static final String EVENTS = RefundTopology.ORDER_EVENT_SEQUENCE;
    private static final String REFUNDS = RefundTopology.REFUND_STATE;
    private static final TopicPartition EVENTS_3 = new TopicPartition("events-changelog", 3);
    private static final TopicPartition REFUNDS_3 = new TopicPartition("refunds-changelog", 3);

    private final Logger logger = (Logger) LoggerFactory.getLogger(RestoreProgress.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong clock = new AtomicLong();
    private final RestoreProgress progress = new RestoreProgress(meters, clock::get);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void shouldCountWhatIsLeftAndWhatIsDone() {
        // when
        progress.onRestoreStart(EVENTS_3, EVENTS, 100, 1_100);
        progress.onRestoreStart(REFUNDS_3, REFUNDS, 0, 500);
        progress.onBatchRestored(EVENTS_3, EVENTS, 400, 300);

        // then
        assertThat(progress.stores()).isEqualTo(2);
        assertThat(progress.left()).isEqualTo(1_200);
        assertThat(meters.get("refundtool.restore.left").gauge().value()).isEqualTo(1_200);
        assertThat(meters.get("refundtool.restore.entries").counter().count()).isEqualTo(300);

        // when
        progress.onRestoreSuspended(EVENTS_3, EVENTS, 300);
        progress.onRestoreEnd(REFUNDS_3, REFUNDS, 500);

        // then
        assertThat(progress.stores()).isZero();
        assertThat(meters.get("refundtool.restore.left").gauge().value()).isZero();
    }

    @Test
    void shouldLogEachStoreEveryFiveSecondsAndWhatItTookInTheEnd() {
        // given
        progress.onRestoreStart(EVENTS_3, EVENTS, 0, 10_000);
        progress.onRestoreStart(REFUNDS_3, REFUNDS, 0, 500);

        // when
        pass(Duration.ofMillis(4_999));
        progress.onBatchRestored(EVENTS_3, EVENTS, 1_000, 1_000);
        assertThat(log.list).isEmpty();
        pass(Duration.ofMillis(1));
        progress.onBatchRestored(EVENTS_3, EVENTS, 2_000, 1_000);
        progress.onBatchRestored(EVENTS_3, EVENTS, 2_500, 500);

        // then
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Restoring order-event-sequence of partition 3: 2000 of 10000 entries, 400/s;"
                        + " 8500 left in all stores");

        // when
        progress.onRestoreEnd(EVENTS_3, EVENTS, 2_500);
        pass(Duration.ofSeconds(5));
        progress.onBatchRestored(REFUNDS_3, REFUNDS, 500, 500);
        progress.onRestoreEnd(REFUNDS_3, REFUNDS, 500);

        // then
        assertThat(log.list)
                .last()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("Restored 3000 entries, 2500 events among them, in 10000 ms: 250 events/s");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

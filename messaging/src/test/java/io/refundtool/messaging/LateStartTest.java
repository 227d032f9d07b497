package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.support.GenericApplicationContext;

/** A service that is started while Kafka is away, with a broker that is started after it. */
@ResourceLock(RecordedLog.LATE_START)
@NeedsServers
class LateStartTest {

    private static final Topic TOPIC = Topic.REFUND_SERVICE_DEAD_LETTER_V1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnKafka kafka = OwnKafka.away();
    private final AtomicInteger started = new AtomicInteger();
    private final RecordedLog log = RecordedLog.of(LateStart.class);
    private LateStart start;

    @BeforeEach
    void prepare() {
        start = startOn(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        start.stop();
        kafka.close();
        log.close();
    }

    @Test
    void shouldWaitForKafkaAndStartTheRestOnceWhenItComes() {
        // when
        start.start();

        // then
        assertThat(start.waitsFor()).contains(Away.KAFKA);
        assertThat(new LateStartHealth(start).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(started).hasValue(0);

        // when
        kafka.start();
        await().atMost(PATIENCE).until(start::isComplete);

        // then
        assertThat(started).hasValue(1);
        assertThat(new LateStartHealth(start).health().getStatus()).isEqualTo(Status.UP);
        assertThat(log.lines(Level.WARN)).hasSize(1).first().asString().startsWith("Kafka is away");
        assertThat(log.lines(Level.INFO)).containsExactly("Kafka is there: the start goes on.");
    }

    @Test
    void shouldWaitForAKafkaWhoseNameNobodyKnowsYet() {
        // given
        start = startOn("broker.invalid:9092");

        // when
        start.start();

        // then
        assertThat(start.waitsFor()).contains(Away.KAFKA);
    }

    @Test
    void shouldEndAtOnceWhenATopicHasAnotherNumberOfPartitions() throws Exception {
        // given
        kafka.start();
        createOther(kafka);

        // when // then
        assertThatIllegalStateException()
                .isThrownBy(start::start)
                .withMessageContaining("to have 6 partitions, but it has 3");
        assertThat(started).hasValue(0);
    }

    @Test
    void shouldEndTheServiceWhenThatIsSeenLater() throws Exception {
        // given
        kafka.start();
        createOther(kafka);
        kafka.stop();
        GenericApplicationContext service = new GenericApplicationContext();
        service.registerBean(LateStart.class, () -> start);
        service.refresh();
        assertThat(start.waitsFor()).contains(Away.KAFKA);

        // when
        kafka.start();

        // then
        assertThatThrownBy(() -> LateStart.attend(service)).hasMessageContaining("but it has 3");
        assertThat(service.isActive()).isFalse();
        assertThat(new LateStartHealth(start).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(log.lines(Level.ERROR)).hasSize(1);
    }

    @Test
    void shouldNotTakeARefusedAuthenticationForKafkaBeingAway() {
        assertThat(Away.of(new IllegalStateException(new UnsupportedSaslMechanismException("refused"))))
                .isEmpty();
    }

    @Test
    void shouldLetAServiceStopThatWaits() {
        // given
        start.start();

        // when
        start.stop();

        // then
        assertThat(start.isRunning()).isFalse();
        assertThat(start.failure()).isEmpty();
        assertThat(log.lines(Level.ERROR)).isEmpty();
    }

    private LateStart startOn(String brokers) {
        TopicProvisioner provisioner = new TopicProvisioner(new KafkaSettings(brokers, (short) 1));
        return new LateStart(List.of(() -> provisioner.ensure(List.of(TOPIC)), started::incrementAndGet), List.of());
    }

    private static void createOther(OwnKafka kafka) throws Exception {
        try (Admin admin = KafkaClients.admin(new KafkaSettings(kafka.bootstrapServers(), (short) 1), "test")) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topicName(), 3, (short) 1)))
                    .all()
                    .get();
        }
    }
}

package io.refundtool.refund.readmodel;

import static io.refundtool.refund.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.archive.OrderArchived;
import io.refundtool.events.common.ArchivedRefund;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.refund.Archived;
import io.refundtool.refund.RunningRefundService;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which orders the read model lets be archived, on a real database and a real broker. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class OrderArchiverTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration REST = Duration.ofDays(730);
    private static final Instant DUE = NOON.plus(REST).plusSeconds(1);

    private static DriverManagerDataSource database = new DriverManagerDataSource();
    private static EventLog log;
    private static Archived topic;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RefundProjection projection = new RefundProjection(new JdbcTemplate(database));
    private long offset;

    @BeforeAll
    static void open() {
        database = ReadModelDatabase.create();
        KafkaSettings kafka = new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
        new TopicProvisioner(kafka).ensure(List.of(Topic.REFUND_ARCHIVE_V1));
        log = EventLog.open(kafka, "archive-test", Duration.ofSeconds(30), Duration.ofSeconds(30));
        topic = new Archived(kafka);
    }

    @AfterAll
    static void close() {
        log.close();
        topic.close();
    }

    @BeforeEach
    void empty() {
        new JdbcTemplate(database).execute("truncate refund_view, projection_offset");
    }

    @Test
    void shouldTellOfAnOrderThatRestsLongEnoughOnce() {
        // given
        tell(completed("O-1", "R-1"), NOON.minusSeconds(60));
        tell(completed("O-1", "R-2"), NOON);

        // when
        archiver(500).archive();
        archiver(500).archive();

        // then
        assertThat(topic.read()).singleElement().satisfies(told -> {
            OrderArchived order = (OrderArchived) told.event();
            assertThat(order.orderId()).isEqualTo("O-1");
            assertThat(order.refundId()).isEqualTo("R-2");
            assertThat(order.lastUpdateId()).isEqualTo("update-2");
            assertThat(order.refunds()).containsExactly(archived("R-1"), archived("R-2"));
        });
        assertThat(meters.get("refundtool.archive.told").counter().count()).isEqualTo(1);
    }

    @Test
    void shouldLeaveAnOrderOfWhichARefundIsOpenOrChangedLately() {
        // given
        tell(completed("O-1", "R-1"), NOON);
        tell(held("O-1", "R-2"), NOON);
        tell(completed("O-2", "R-1"), NOON);
        tell(completed("O-2", "R-2"), NOON.plusSeconds(60));

        // when
        archiver(500).archive();

        // then
        assertThat(topic.read()).isEmpty();
    }

    @Test
    void shouldTellABatchAtATime() {
        // given
        tell(completed("O-2", "R-1"), NOON);
        tell(completed("O-1", "R-1"), NOON.minusSeconds(60));
        tell(completed("O-3", "R-1"), NOON.plusSeconds(60));
        OrderArchiver archiver = archiver(1);

        // when // then
        archiver.archive();
        assertThat(orders()).containsExactly("O-1");
        archiver.archive();
        assertThat(orders()).containsExactly("O-2");
        archiver.archive();
        assertThat(orders()).isEmpty();
        assertThat(gauge()).isEqualTo((double) REST.toSeconds() - 59);
    }

    @Test
    void shouldTellAnewOfAnOrderThatChangedSince() {
        // given
        tell(completed("O-1", "R-1"), NOON.minusSeconds(60));
        archiver(500).archive();
        tell(completed("O-1", "R-2"), NOON);

        // when
        archiver(500).archive();

        // then
        assertThat(topic.read())
                .extracting(told -> ((OrderArchived) told.event()).lastUpdateId())
                .containsExactly("update-1", "update-2");
    }

    @Test
    void shouldTellUnderTheSameIdWhenItIsNotKnownWhetherItWasTold() {
        // given
        tell(completed("O-1", "R-1"), NOON);
        archiver(500).archive();
        new JdbcTemplate(database).execute("update refund_view set archived_at = null");

        // when
        archiver(500).archive();

        // then
        List<Envelope<?>> told = topic.read();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().id()).isEqualTo(told.getLast().id());
    }

    @Test
    void shouldLetOneInstanceArchive() {
        // given
        tell(completed("O-1", "R-1"), NOON);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        FinishedOrders other = new FinishedOrders(new JdbcTemplate(database));

        // when
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            assertThat(other.lock()).isTrue();
            Thread instance = Thread.ofPlatform().start(archiver(500)::archive);
            assertThat(join(instance)).isTrue();
        });

        // then
        assertThat(topic.read()).isEmpty();
    }

    @Test
    void shouldArchiveNothingWhileTheDatabaseIsAway() {
        // given
        var away = new DriverManagerDataSource("jdbc:postgresql://localhost:1/none?connectTimeout=1");
        OrderArchiver archiver = new OrderArchiver(
                new JdbcTemplate(away), new JdbcTransactionManager(away), log, REST, 1, meters, Clock.systemUTC());

        // when
        archiver.archive();

        // then
        assertThat(gauge()).isNaN();
        assertThat(topic.read()).isEmpty();
    }

    private OrderArchiver archiver(int batch) {
        return new OrderArchiver(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                log,
                REST,
                batch,
                meters,
                Clock.fixed(DUE, ZoneOffset.UTC));
    }

    private List<String> orders() {
        return topic.read().stream().map(told -> told.event().orderId()).toList();
    }

    private double gauge() {
        return meters.get("refundtool.archive.oldest").gauge().value();
    }

    private void tell(RefundUpdate update, Instant written) {
        offset++;
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "refund.update.v1",
                0,
                offset,
                written.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                update.orderId(),
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
        projection.accept(List.of(
                new ReceivedEvent(new Envelope<>("update-" + offset, "/refund-service", NOON, null, update), record)));
    }

    private static ArchivedRefund archived(String refundId) {
        return new ArchivedRefund(refundId, RefundStatus.COMPLETED, CurrencyCode.EUR, 100, NOON);
    }

    private static boolean join(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Completed completed(String orderId, String refundId) {
        return new Completed(orderId, refundId, Country.DE, snapshot(RefundStatus.COMPLETED), null, cause());
    }

    private static PutOnHold held(String orderId, String refundId) {
        RefundSnapshot refund = snapshot(RefundStatus.ON_HOLD);
        return new PutOnHold(orderId, refundId, Country.DE, refund, null, cause(), HoldCode.RECEIPT_FAILED, "held");
    }

    private static Cause cause() {
        return new Cause("cause", "payment.money-refunded.v1", NOON);
    }
}

package io.refundtool.messaging.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Topic;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.messaging.postgres.DatabaseFixture;
import io.refundtool.testservers.NeedsServers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk keeps of a dead letters' topic, whatever is written there. */
@NeedsServers
class DeadLetterProjectionTest {

    private static final String TOPIC = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1.topicName();
    private static final RecordOrigin ORIGIN = new RecordOrigin("refund.update.v1", 3, 17, 1_000);
    private static final int MEBIBYTE = 1_048_576;

    private final DatabaseFixture database = DatabaseFixture.shared();
    private final DeadLetterTable letters = new DeadLetterTable(database.jdbc());
    private final DeadLetterProjection projection = new DeadLetterProjection(
            database.jdbc(), Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1, letters, database.transactionManager());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldKeepAnyBytes() {
        // given what no service of this project writes
        Headers broken = new RecordHeaders()
                .add("dl_origin_topic", new byte[] {0, (byte) 0xFF})
                .add("dl_cause", "a\0b".getBytes(UTF_8))
                .add("dl_message", new byte[] {(byte) 0xC3, 0x28})
                .add("ce_type", "x".repeat(MEBIBYTE).getBytes(UTF_8))
                .add("a\0name", null)
                .add("twice", new byte[0])
                .add("twice", new byte[] {1});
        byte[] key = "k".repeat(MEBIBYTE).getBytes(UTF_8);

        // when
        projection.handle(List.of(
                letter(0, Long.MAX_VALUE, key, broken, null),
                letter(1, -1, null, new RecordHeaders(), new byte[] {0, 1}),
                letter(2, 0, new byte[] {(byte) 0xFE, 0}, headers(origin -> origin, 0), new byte[0])));

        // then
        DeadLetter first = letters.find(TOPIC + "-0-0").orElseThrow();
        assertThat(first.cause()).isEqualTo("a\uFFFDb");
        assertThat(first.orderId()).isNull();
        ConsumerRecord<byte[], byte[]> content = letters.content(first.id()).orElseThrow();
        assertThat(content.key()).isEqualTo(key);
        assertThat(content.value()).isNull();
        assertThat(content.headers().toArray()).hasSize(4);
        assertThat(content.headers().lastHeader("a\0name").value()).isNull();
        assertThat(letters.find(TOPIC + "-0-1").orElseThrow().cause()).isEqualTo("UNKNOWN");
        assertThat(letters.find("refund.update.v1-3-17").orElseThrow().cause()).isEqualTo("CAUSE");
    }

    @Test
    void shouldCountAnAttemptOnceThoughItsLetterWasSentTwice() {
        // given
        projection.handle(List.of(letter(0, 1, null, headers(origin -> origin, 0), null)));
        letters.setState(ORIGIN.id(), LetterState.PUBLISHED_AGAIN);

        // when
        projection.handle(List.of(
                letter(0, 1, null, headers(origin -> origin, 0), null),
                letter(1, 2, null, headers(origin -> origin, 0), null)));

        // then
        assertThat(letters.find(ORIGIN.id()).orElseThrow().state()).isEqualTo(LetterState.PUBLISHED_AGAIN);

        // when it fails again
        projection.handle(List.of(letter(2, 3, null, headers(origin -> origin, 1), null)));

        // then
        assertThat(letters.find(ORIGIN.id()).orElseThrow()).satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.WAITING);
            assertThat(letter.attempt()).isEqualTo(2);
        });
    }

    @Test
    void shouldTakeARecordOfATopicThatWasMadeAnewForAnotherOne() {
        // given
        projection.handle(List.of(letter(0, 1, null, headers(origin -> origin, 0), new byte[] {1})));
        letters.setState(ORIGIN.id(), LetterState.DROPPED);

        // when
        projection.handle(List.of(letter(
                1,
                2,
                null,
                headers(origin -> new RecordOrigin(origin.topic(), origin.partition(), origin.offset(), 2_000), 0),
                new byte[] {2})));

        // then
        assertThat(letters.find(ORIGIN.id()).orElseThrow().state()).isEqualTo(LetterState.WAITING);
        assertThat(letters.content(ORIGIN.id()).orElseThrow().value()).containsExactly(2);
    }

    @Test
    void shouldTellHowManyWaitAndForHowLong() {
        // given
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Clock clock = Clock.fixed(Instant.ofEpochSecond(100), ZoneOffset.UTC);
        DeadLetterReport report = new DeadLetterReport(database.jdbc(), meters, clock);
        projection.handle(List.of(letter(0, 40_000, null, headers(origin -> origin, 0), null)));

        // when
        report.count();

        // then
        assertThat(meters.get("refundtool.dead.letters.waiting")
                        .tag("cause", "CAUSE")
                        .gauge()
                        .value())
                .isOne();
        assertThat(meters.get("refundtool.dead.letters.oldest").gauge().value()).isEqualTo(60);
        assertThat(meters.get("refundtool.orders.parked").gauge().value()).isZero();

        // when nothing waits any more
        letters.setState(ORIGIN.id(), LetterState.DROPPED);
        report.count();

        // then
        assertThat(meters.find("refundtool.dead.letters.waiting").gauges()).isEmpty();
        assertThat(meters.get("refundtool.dead.letters.oldest").gauge().value()).isZero();

        // when PostgreSQL is away
        database.close();
        report.count();

        // then
        assertThat(meters.get("refundtool.orders.parked").gauge().value()).isNaN();
    }

    @Test
    void shouldRemoveLettersThatWereDecidedLongAgo() {
        // given
        projection.handle(List.of(
                letter(0, 1_000, null, headers(origin -> origin, 0), new byte[] {1}),
                letter(1, 1_000, null, headers(origin -> at(origin, 18), 0), new byte[] {2}),
                letter(2, 1_000, null, headers(origin -> at(origin, 19), 0), new byte[] {3})));
        letters.setState(ORIGIN.id(), LetterState.DROPPED);
        letters.setState(at(ORIGIN, 18).id(), LetterState.DROPPED);
        String decided = "insert into dead_letter_decision (letter_id, attempt, action, operator, reason, decided_at)"
                + " values (?, 1, 'drop', 'ann', 'old', %s)";
        database.jdbc().update(decided.formatted("timestamptz '2020-01-01'"), ORIGIN.id());
        database.jdbc().update(decided.formatted("now()"), at(ORIGIN, 18).id());

        // when
        new LetterPruning(database.jdbc(), Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1).pruneWhenDue();

        // then
        assertThat(letters.find(ORIGIN.id())).isEmpty();
        assertThat(letters.find(at(ORIGIN, 18).id())).isPresent();
        assertThat(letters.find(at(ORIGIN, 19).id())).isPresent();
    }

    private static RecordOrigin at(RecordOrigin origin, long offset) {
        return new RecordOrigin(origin.topic(), origin.partition(), offset, origin.timestampMs());
    }

    @Test
    void shouldReadHeadersAsTheyWereWritten() {
        Headers headers =
                new RecordHeaders().add("", new byte[0]).add("a", null).add("a", new byte[] {1, 2});
        assertThat(HeaderBytes.read(HeaderBytes.write(headers))).isEqualTo(headers);
    }

    private static Headers headers(UnaryOperator<RecordOrigin> change, int failedBefore) {
        Headers original = new RecordHeaders()
                .add(DeadLetters.ATTEMPT, Integer.toString(failedBefore).getBytes(UTF_8));
        return DeadLetters.headers(original, change.apply(ORIGIN), "CAUSE", "why", "notifications-service");
    }

    private static ConsumerRecord<byte[], byte[]> letter(
            long offset, long timestamp, byte @Nullable [] key, Headers headers, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                TOPIC, 0, offset, timestamp, TimestampType.CREATE_TIME, -1, -1, key, value, headers, Optional.empty());
    }
}

package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.testservers.NeedsServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.health.contributor.Status;

@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class EventConsumerTest {

    private static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;
    private static final Topic DEAD_LETTERS = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1;

    private final KafkaFixture kafka = KafkaFixture.shared(TOPIC, DEAD_LETTERS);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String groupId = "group-" + UUID.randomUUID();
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<EventConsumer> consumers = new ArrayList<>();

    @AfterEach
    void close() {
        consumers.forEach(EventConsumer::close);
    }

    @Test
    void shouldHandleTheEventsOfAnOrderInTheirOrder() {
        // given
        List<Envelope<NoteAdded>> events = IntStream.range(0, 1_200)
                .mapToObj(i -> TestEvents.noteAdded("order-1", "note " + i))
                .toList();
        kafka.write(events.stream()
                .<ProducerRecord<String, byte[]>>map(CloudEvents::toRecord)
                .toList());
        List<Integer> batches = new CopyOnWriteArrayList<>();

        // when
        start(batch -> {
            batches.add(batch.size());
            record(batch);
        });

        // then
        await().untilAsserted(() -> assertThat(handled).hasSize(1_200));
        assertThat(handled).isEqualTo(events.stream().map(Envelope::id).toList());
        assertThat(batches).allMatch(size -> size <= 500).hasSizeLessThan(10);
        assertThat(meters.get("refundtool.consumer.handled").counter().count()).isEqualTo(1_200);
    }

    @Test
    void shouldGoOnWhereItStopped() {
        // given
        Envelope<NoteAdded> first = TestEvents.noteAdded("order-1", "first");
        kafka.write(List.of(CloudEvents.toRecord(first)));
        EventConsumer before = start(this::record);
        await().untilAsserted(() -> assertThat(handled).containsExactly(first.id()));
        before.close();
        Envelope<NoteAdded> second = TestEvents.noteAdded("order-1", "second");
        kafka.write(List.of(CloudEvents.toRecord(second)));

        // when
        start(this::record);

        // then
        await().untilAsserted(() -> assertThat(handled).containsExactly(first.id(), second.id()));
        assertThat(before.running()).isFalse();
        assertThat(before.failure()).isEmpty();
    }

    @Test
    void shouldPutUnreadableBytesAsideAndReadOn() {
        // given
        byte[] key = {(byte) 0xFE, 'k'};
        byte[] value = {0, 1, (byte) 0xFF};
        Envelope<NoteAdded> good = TestEvents.noteAdded("order-1", "good");
        ProducerRecord<String, byte[]> broken = CloudEvents.toRecord(TestEvents.noteAdded("order-1", "broken"));
        broken.headers().remove(CloudEvents.TYPE).add(CloudEvents.TYPE, "operator.note-added.v7".getBytes(UTF_8));

        // when
        kafka.writeBytes(List.of(new ProducerRecord<>(TOPIC.topicName(), 2, key, value)));
        kafka.write(List.of(broken, CloudEvents.toRecord(good)));
        EventConsumer consumer = start(this::record);

        // then
        await().untilAsserted(() -> assertThat(handled).containsExactly(good.id()));
        await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS)).hasSize(2));
        ConsumerRecord<byte[], byte[]> letter = deadLetter("MISSING_TYPE");
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(KafkaFixture.header(letter, "dl_origin_topic")).isEqualTo("refund.operator.v1");
        assertThat(KafkaFixture.header(letter, "dl_origin_partition")).isEqualTo("2");
        assertThat(KafkaFixture.header(letter, "dl_origin_offset")).isNotEmpty();
        assertThat(KafkaFixture.header(letter, "dl_service")).isEqualTo("notifications-service");
        assertThat(KafkaFixture.header(deadLetter("UNKNOWN_VERSION"), "dl_message"))
                .isEqualTo("Expected operator.note-added.v1, but ce_type is 'operator.note-added.v7'.");
        assertThat(consumer.running()).isTrue();
    }

    @Test
    void shouldSkipTypesItDoesNotAskForWithoutReadingThem() {
        // given
        Envelope<NoteAdded> good = TestEvents.noteAdded("order-1", "good");
        ProducerRecord<String, byte[]> other = new ProducerRecord<>(TOPIC.topicName(), "order-1", new byte[] {1});
        other.headers()
                .add(CloudEvents.TYPE, EventType.OPERATOR_PAUSED_V1.wireName().getBytes(UTF_8));

        // when
        kafka.write(List.of(other, CloudEvents.toRecord(good)));
        start(this::record);

        // then
        await().untilAsserted(() -> assertThat(handled).containsExactly(good.id()));
        assertThat(meters.get("refundtool.consumer.skipped").counter().count()).isOne();
        assertThat(kafka.read(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void shouldStopAtABug() {
        // given
        kafka.write(List.of(CloudEvents.toRecord(TestEvents.noteAdded("order-1", "a"))));
        RuntimeException bug = new IllegalStateException("bug");

        // when
        EventConsumer consumer = start(batch -> {
            throw bug;
        });

        // then
        await().untilAsserted(() -> assertThat(consumer.running()).isFalse());
        assertThat(consumer.failure()).contains(bug);
        assertThat(new EventConsumerHealth(consumer).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(kafka.read(DEAD_LETTERS)).isEmpty();

        // when the bug is mended
        start(this::record);

        // then
        await().untilAsserted(() -> assertThat(handled).hasSize(1));
    }

    @Test
    void shouldLeaveToAnotherConsumerWhatItCouldNotHandleYet() {
        // given
        List<Envelope<NoteAdded>> events = IntStream.range(0, 60)
                .mapToObj(i -> TestEvents.noteAdded("order-" + i, "n"))
                .toList();
        kafka.write(events.stream()
                .<ProducerRecord<String, byte[]>>map(CloudEvents::toRecord)
                .toList());
        AtomicBoolean away = new AtomicBoolean(true);
        EventConsumer first = start(batch -> {
            if (away.get()) {
                throw new IllegalStateException(new SQLException("too many connections", "53300"));
            }
            record(batch);
        });
        await().untilAsserted(() -> assertThat(first.paused()).isTrue());

        // when
        start(this::record);
        await().untilAsserted(() -> assertThat(handled).isNotEmpty());
        away.set(false);

        // then
        await().untilAsserted(() -> assertThat(handled).hasSizeGreaterThanOrEqualTo(60));
        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(Envelope::id).toList());
    }

    private EventConsumer start(EventBatchHandler handler) {
        EventConsumer consumer = new EventConsumer(
                kafka.settings(),
                groupId,
                "consumer-" + UUID.randomUUID(),
                Set.of(EventType.OPERATOR_NOTE_ADDED_V1),
                handler,
                DEAD_LETTERS,
                meters);
        consumers.add(consumer);
        consumer.start();
        return consumer;
    }

    private void record(List<ReceivedEvent> batch) {
        batch.forEach(event -> handled.add(event.envelope().id()));
    }

    private ConsumerRecord<byte[], byte[]> deadLetter(String cause) {
        return kafka.read(DEAD_LETTERS).stream()
                .filter(letter -> KafkaFixture.header(letter, "dl_cause").equals(cause))
                .findFirst()
                .orElseThrow();
    }
}

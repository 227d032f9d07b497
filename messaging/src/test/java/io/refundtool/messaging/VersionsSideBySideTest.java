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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A reader while its writers already have another edition: what it knows it handles, the rest it puts aside. */
@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class VersionsSideBySideTest {

    private static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;
    private static final Topic DEAD_LETTERS = Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1;

    private final KafkaFixture kafka = KafkaFixture.shared(TOPIC, DEAD_LETTERS);
    private final List<Envelope<?>> handled = new CopyOnWriteArrayList<>();
    private final EventConsumer reader = new EventConsumer(
            kafka.settings(),
            "group-" + UUID.randomUUID(),
            "consumer-" + UUID.randomUUID(),
            Set.of(EventType.OPERATOR_NOTE_ADDED_V1),
            batch -> batch.forEach(event -> handled.add(event.envelope())),
            DEAD_LETTERS,
            new SimpleMeterRegistry());

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void shouldHandleTheVersionItKnowsAndPutTheOtherAside() {
        // given the same order writes both, the unknown one between two known ones
        Envelope<NoteAdded> first = TestEvents.noteAdded("order-1", "first");
        Envelope<NoteAdded> newer = TestEvents.noteAdded("order-1", "newer");
        Envelope<NoteAdded> last = TestEvents.noteAdded("order-1", "last");
        kafka.write(List.of(
                CloudEvents.toRecord(first),
                inVersion2(newer, "{\"a form that\": [\"this reader\", \"does not know\"]}"),
                CloudEvents.toRecord(last)));

        // when
        reader.start();

        // then
        await().untilAsserted(
                        () -> assertThat(handled).extracting(Envelope::id).containsExactly(first.id(), last.id()));
        await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(KafkaFixture.header(letter, "dl_cause")).isEqualTo("UNKNOWN_VERSION");
                    assertThat(KafkaFixture.header(letter, "dl_message"))
                            .isEqualTo("Expected operator.note-added.v1, but ce_type is 'operator.note-added.v2'.");
                    assertThat(KafkaFixture.header(letter, CloudEvents.ID)).isEqualTo(newer.id());
                    assertThat(new String(letter.key(), UTF_8)).isEqualTo("order-1");
                    assertThat(new String(letter.value(), UTF_8)).contains("does not know");
                }));
        assertThat(reader.running()).isTrue();
    }

    @Test
    void shouldReadALaterEditionOfTheSameVersionWithoutWhatItAdded() {
        // given
        Envelope<NoteAdded> written = TestEvents.noteAdded("order-1", "first");
        ProducerRecord<String, byte[]> now = CloudEvents.toRecord(written);
        String later = new String(now.value(), UTF_8)
                .replaceFirst(
                        "\\{",
                        "{\"priority\":7,\"labels\":[\"urgent\",{\"text\":\"x\"}],\"seenBy\":{\"name\":\"anna\"},");
        kafka.write(List.of(
                new ProducerRecord<>(TOPIC.topicName(), null, now.key(), later.getBytes(UTF_8), now.headers())));

        // when
        reader.start();

        // then
        await().untilAsserted(() -> assertThat(handled).hasSize(1));
        assertThat(handled.getFirst()).isEqualTo(written);
        assertThat(kafka.read(DEAD_LETTERS)).isEmpty();
    }

    private static ProducerRecord<String, byte[]> inVersion2(Envelope<NoteAdded> event, String body) {
        ProducerRecord<String, byte[]> known = CloudEvents.toRecord(event);
        known.headers().remove(CloudEvents.TYPE).add(CloudEvents.TYPE, "operator.note-added.v2".getBytes(UTF_8));
        return new ProducerRecord<>(known.topic(), null, known.key(), body.getBytes(UTF_8), known.headers());
    }
}

package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.refundtool.events.Envelope;
import io.refundtool.events.operator.NoteAdded;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private static final byte[] BROKEN_UTF_8 = {(byte) 0xC3, (byte) 0x28};

    private final Envelope<NoteAdded> envelope = TestEvents.noteAdded("order-1", "wait for the customer");
    private final ProducerRecord<String, byte[]> written = CloudEvents.toRecord(envelope);
    private final Headers headers = written.headers();

    @Test
    void shouldWriteTheEnvelopeIntoHeaders() {
        // given
        Map<String, String> texts = new TreeMap<>();

        // when
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));

        // then
        assertThat(texts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", envelope.id()),
                        Map.entry("ce_source", "/refund-service"),
                        Map.entry("ce_type", "operator.note-added.v1"),
                        Map.entry("ce_subject", "order-1-r1"),
                        Map.entry("ce_time", "2026-03-01T10:15:30.123456Z"),
                        Map.entry("ce_dataschema", "/event-types/operator.note-added.v1/schemas"),
                        Map.entry("ce_partitionkey", "order-1"),
                        Map.entry("ce_country", "GB"),
                        Map.entry("traceparent", TestEvents.TRACEPARENT)));
        assertThat(written.topic()).isEqualTo("refund.operator.v1");
        assertThat(written.key()).isEqualTo("order-1");
        assertThat(written.timestamp()).isNull();
    }

    @Test
    void shouldReadWhatItWrote() throws UnreadableEventException {
        // when
        Envelope<?> read = CloudEvents.read(written.topic(), written.key(), headers, written.value());

        // then
        assertThat(read).isEqualTo(envelope);
        assertThat(CloudEvents.typeOf(headers)).contains("operator.note-added.v1");
        assertThat(CloudEvents.countryOf(headers)).contains("GB");
    }

    @Test
    void shouldReadAnEventWithoutWhatIsOptional() throws UnreadableEventException {
        // given
        for (String optional : new String[] {
            "content-type", "ce_subject", "ce_dataschema", "ce_partitionkey", "ce_country", "traceparent"
        }) {
            headers.remove(optional);
        }

        // when
        Envelope<?> read = CloudEvents.read(headers, written.value());

        // then
        assertThat(read.event()).isEqualTo(envelope.event());
        assertThat(read.traceparent()).isNull();
    }

    @Test
    void shouldReadAnEventWhoseTraceparentIsBroken() throws UnreadableEventException {
        // given
        headers.remove("traceparent").add("traceparent", BROKEN_UTF_8);

        // when
        Envelope<?> read = CloudEvents.read(headers, written.value());

        // then
        assertThat(read.traceparent()).isNull();
    }

    @Test
    void shouldRefuseAMissingType() {
        headers.remove("ce_type");
        assertRefused(UnreadableCause.MISSING_TYPE, "Expected a header ce_type, but there is none.");
    }

    @ParameterizedTest
    @CsvSource({
        "operator.note-burnt.v1, UNKNOWN_TYPE, Expected a known event type",
        "operator.note-added, UNKNOWN_VERSION, Expected operator.note-added.v1",
        "operator.note-added.v2, UNKNOWN_VERSION, Expected operator.note-added.v1",
        "operator.note-added.v1x, UNKNOWN_TYPE, Expected a known event type",
        "'', UNKNOWN_TYPE, Expected a known event type",
    })
    void shouldRefuseAnUnknownType(String type, UnreadableCause code, String message) {
        replace("ce_type", type);
        assertRefused(code, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_time"})
    void shouldRefuseAMissingHeader(String name) {
        headers.remove(name);
        assertRefused(UnreadableCause.MISSING_HEADER, "Expected a header " + name + ", but there is none.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-type",
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_subject",
                "ce_partitionkey",
                "ce_country"
            })
    void shouldRefuseAHeaderThatIsNotUtf8(String name) {
        headers.remove(name).add(name, BROKEN_UTF_8);
        assertRefused(UnreadableCause.INVALID_HEADER, "Expected header " + name + " to be UTF-8, but it is not.");
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, application/avro",
        "ce_specversion, 0.3",
        "ce_id, ''",
        "ce_id, two words",
        "ce_source, ''",
        "ce_time, yesterday",
        "ce_time, -100000-01-01T00:00:00Z",
    })
    void shouldRefuseAHeaderThatCloudEventsDoesNotAllow(String name, String value) {
        replace(name, value);
        assertRefused(UnreadableCause.INVALID_HEADER, "xpected");
    }

    @ParameterizedTest
    @CsvSource({"ce_subject, order-1-r2", "ce_partitionkey, order-2", "ce_country, DE"})
    void shouldRefuseAHeaderThatContradictsTheBody(String name, String value) {
        replace(name, value);
        assertRefused(UnreadableCause.HEADER_MISMATCH, "Expected header " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{} {}", "not json", "{\"orderId\":\"order-1\"", "{\"orderId\":", "\0\0"})
    void shouldRefuseABodyThatIsNotJson(String body) {
        assertRefused(UnreadableCause.UNREADABLE_BODY, "Expected", body.getBytes(UTF_8));
    }

    @Test
    void shouldRefuseABodyThatIsNotUtf8() {
        assertRefused(UnreadableCause.UNREADABLE_BODY, "to be JSON in UTF-8", BROKEN_UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"text\"", "{\"orderId\": 7}", "{\"a\": 99999999999999999999}"})
    void shouldRefuseABodyThatIsAnotherEvent(String body) {
        assertRefused(UnreadableCause.INVALID_EVENT, "Expected", body.getBytes(UTF_8));
    }

    @Test
    void shouldRefuseAMissingBody() {
        assertRefused(UnreadableCause.MISSING_BODY, "to have a body, but there is none", null);
        assertRefused(UnreadableCause.MISSING_BODY, "to have a body, but there is none", new byte[0]);
    }

    @Test
    void shouldRefuseAnEventInAnotherTopic() {
        UnreadableEventException refusal = catchThrowableOfType(
                UnreadableEventException.class,
                () -> CloudEvents.read("payment.update.v1", "order-1", headers, written.value()));
        assertThat(refusal.code()).isEqualTo(UnreadableCause.WRONG_TOPIC);
        assertThat(refusal)
                .hasMessage(
                        "Expected operator.note-added.v1 in topic refund.operator.v1, but it is in payment.update.v1.");
    }

    @Test
    void shouldRefuseAKeyThatIsNotTheOrderId() {
        for (String key : new @Nullable String[] {null, "order-2"}) {
            UnreadableEventException refusal = catchThrowableOfType(
                    UnreadableEventException.class,
                    () -> CloudEvents.read(written.topic(), key, headers, written.value()));
            assertThat(refusal.code()).isEqualTo(UnreadableCause.KEY_MISMATCH);
        }
    }

    private void replace(String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private void assertRefused(UnreadableCause code, String message) {
        assertRefused(code, message, written.value());
    }

    private void assertRefused(UnreadableCause code, String message, byte @Nullable [] value) {
        UnreadableEventException refusal =
                catchThrowableOfType(UnreadableEventException.class, () -> CloudEvents.read(headers, value));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(message);
    }
}

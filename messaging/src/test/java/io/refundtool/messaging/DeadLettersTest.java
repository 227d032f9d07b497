package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.refundtool.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Topic TOPIC = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1;
    private static final byte[] KEY = {(byte) 0xFF, 0};
    private static final byte[] VALUE = {1, 2, 3};

    private final ConsumerRecord<byte[], byte[]> origin = new ConsumerRecord<>("refund.update.v1", 4, 17, KEY, VALUE);

    @Test
    void shouldKeepTheRecordAndTellOriginAndCause() {
        // given
        origin.headers().add("ce_type", "x".getBytes(UTF_8));
        UnreadableEventException cause = new UnreadableEventException(UnreadableCause.UNKNOWN_TYPE, "Expected …");

        // when
        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(TOPIC, origin, cause, "notifications-service");

        // then
        assertThat(letter.topic()).isEqualTo("notifications-service.dead-letter.v1");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(text(letter, "ce_type")).isEqualTo("x");
        assertThat(text(letter, "dl_origin_topic")).isEqualTo("refund.update.v1");
        assertThat(text(letter, "dl_origin_partition")).isEqualTo("4");
        assertThat(text(letter, "dl_origin_offset")).isEqualTo("17");
        assertThat(text(letter, "dl_origin_timestamp")).isEqualTo("-1");
        assertThat(text(letter, "dl_cause")).isEqualTo("UNKNOWN_TYPE");
        assertThat(text(letter, "dl_message")).isEqualTo("Expected …");
        assertThat(text(letter, "dl_service")).isEqualTo("notifications-service");
    }

    @Test
    void shouldReplaceTheHeadersOfAnEarlierDeadLetter() {
        // given
        origin.headers().add("dl_cause", "EARLIER".getBytes(UTF_8));

        // when
        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(TOPIC, origin, "LATER", "why", "notifications-service");

        // then
        assertThat(letter.headers().headers("dl_cause")).hasSize(1);
        assertThat(text(letter, "dl_cause")).isEqualTo("LATER");
    }

    @Test
    void shouldCutALongMessage() {
        ProducerRecord<byte[], byte[]> letter =
                DeadLetters.of(TOPIC, origin, "CAUSE", "m".repeat(5_000), "notifications-service");
        assertThat(text(letter, "dl_message")).hasSize(1_001).endsWith("…");
    }

    @Test
    void shouldRefuseATopicOfEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeadLetters.of(Topic.BOB_REFUND_V1, origin, "CAUSE", "why", "refund-service"))
                .withMessage("Expected a topic for dead letters, but bob.refund.v1 is none.");
    }

    private static String text(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}

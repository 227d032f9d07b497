package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PendingWorkTest {

    private static final TopicPartition ZERO = new TopicPartition(Topic.REFUND_OPERATOR_V1.topicName(), 0);
    private static final TopicPartition ONE = new TopicPartition(Topic.REFUND_OPERATOR_V1.topicName(), 1);

    private final PendingWork pending = new PendingWork();

    @Test
    void shouldKeepTheOrderWhenItHalvesABatch() {
        // given
        ReceivedEvent a = event(ZERO, 0);
        ReceivedEvent b = event(ZERO, 1);
        ReceivedEvent c = event(ZERO, 2);
        pending.add(List.of(a, b, c), Map.of(ZERO, new OffsetAndMetadata(3)));

        // when
        pending.splitFirstBatch();

        // then
        assertThat(pending.firstBatch()).containsExactly(a);
        pending.firstBatchDone();
        assertThat(pending.firstBatch()).containsExactly(b, c);
    }

    @Test
    void shouldForgetWhatBelongsToALostPartition() {
        // given
        ReceivedEvent kept = event(ONE, 0);
        pending.add(
                List.of(event(ZERO, 0), kept), Map.of(ZERO, new OffsetAndMetadata(1), ONE, new OffsetAndMetadata(1)));
        pending.addDeadLetter(ZERO, new ProducerRecord<>("dead-letters", new byte[0]));

        // when
        pending.drop(List.of(ZERO));

        // then
        assertThat(pending.firstBatch()).containsExactly(kept);
        assertThat(pending.deadLetters()).isEmpty();
        assertThat(pending.offsets()).containsOnlyKeys(ONE);
    }

    @Test
    void shouldBeEmptyWhenEveryPartitionIsLost() {
        // given
        pending.add(List.of(event(ZERO, 0)), Map.of(ZERO, new OffsetAndMetadata(1)));

        // when
        pending.drop(List.of(ZERO, ONE));

        // then
        assertThat(pending.isEmpty()).isTrue();
        assertThat(pending.hasBatch()).isFalse();
    }

    private static ReceivedEvent event(TopicPartition partition, long offset) {
        Envelope<?> envelope = TestEvents.noteAdded("order-1", "n");
        return new ReceivedEvent(
                envelope,
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "order-1", new byte[0]));
    }
}

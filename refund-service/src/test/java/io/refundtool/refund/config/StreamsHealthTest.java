package io.refundtool.refund.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.UnstartedStreams;
import io.refundtool.refund.streams.RefundStreams;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class StreamsHealthTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    private RefundStreams streams;

    @BeforeEach
    void create(@TempDir Path stateDir) {
        streams = UnstartedStreams.create(stateDir);
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void shouldNotBeReadyBeforeItKnowsWhoHasWhichOrders() {
        // given
        StreamsHealth health = new StreamsHealth(streams);

        // when: nobody gives it an assignment, as when its group waits for a member that died
        streams.start();

        // then
        assertThat(streams.streams().state()).isEqualTo(KafkaStreams.State.REBALANCING);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("waitsFor", "the first assignment");
    }

    @Test
    void shouldTellHowManyEntriesAreLeftWhileStoresAreRestored() {
        // given
        StreamsHealth health = new StreamsHealth(streams);
        assertThat(health.health().getDetails()).doesNotContainKey("restoring");

        // when
        streams.restore().onRestoreStart(CHANGELOG, "store", 0, 50);
        streams.restore().onBatchRestored(CHANGELOG, "store", 20, 20);

        // then
        assertThat(health.health().getDetails()).containsEntry("restoring", Map.of("stores", 1, "entriesLeft", 30L));
    }
}

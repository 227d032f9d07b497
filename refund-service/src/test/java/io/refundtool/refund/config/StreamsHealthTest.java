package io.refundtool.refund.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.UnstartedStreams;
import io.refundtool.refund.streams.RefundStreams;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

package io.refundtool.refund.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.streams.ArchiveSettings;
import io.refundtool.refund.streams.DeadlineSettings;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StreamsHealthTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    @Test
    void shouldTellHowManyEntriesAreLeftWhileStoresAreRestored(@TempDir Path stateDir) {
        Binder defaults = new Binder(
                new MapConfigurationPropertySource(Map.of("refundtool.streams.state-dir", stateDir.toString())));
        RefundStreams streams = new RefundStreams(
                new KafkaSettings("localhost:1", (short) 1),
                defaults.bindOrCreate("refundtool.streams", StreamsSettings.class),
                defaults.bindOrCreate("refundtool.deadlines", DeadlineSettings.class),
                defaults.bindOrCreate("refundtool.archive", ArchiveSettings.class),
                new SimpleMeterRegistry());
        try {
            StreamsHealth health = new StreamsHealth(streams);
            assertThat(health.health().getDetails()).doesNotContainKey("restoring");

            // when
            streams.restore().onRestoreStart(CHANGELOG, "store", 0, 50);
            streams.restore().onBatchRestored(CHANGELOG, "store", 20, 20);

            // then
            assertThat(health.health().getDetails())
                    .containsEntry("restoring", Map.of("stores", 1, "entriesLeft", 30L));
        } finally {
            streams.stop();
        }
    }
}

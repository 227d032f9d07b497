package io.refundtool.refund.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.refund.UnstartedStreams;
import io.refundtool.refund.streams.RefundStreams;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web server may answer a moment before the topology is started. */
class StartingInstanceTest {

    private static final PeerSettings SETTINGS =
            new PeerSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, 10);

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
    void shouldSayThatNobodyCanTellYet() {
        // given
        Instances instances = new Instances(streams);
        assertThat(instances.all()).isEmpty();
        try (PeerClient peers = new PeerClient(SETTINGS)) {
            RefundQueries queries = new RefundQueries(streams, SETTINGS);
            OrderRouting routing = new OrderRouting(instances, queries, peers, SETTINGS);
            OrderRouting.Question<Object> question = new OrderRouting.Question<>(
                    "O-1", new PeerRequest("/", null), _ -> queries.order("O-1"), answer -> answer);

            // then
            assertThatThrownBy(() -> routing.ask(question, AskedAs.ANYBODY))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }
}

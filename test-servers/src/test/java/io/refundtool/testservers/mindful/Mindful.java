package io.refundtool.testservers.mindful;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Uses a server, and says so. Read by ServerTestsTest; its name keeps it from being run. */
@NeedsServers
class Mindful {

    @Nested
    class Inner {

        @Test
        void shouldHaveAnAddress() {
            assertThat(SharedServers.kafka().bootstrapServers()).startsWith("127.0.0.1:");
        }
    }
}

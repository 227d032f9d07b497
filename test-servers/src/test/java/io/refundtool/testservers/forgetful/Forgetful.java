package io.refundtool.testservers.forgetful;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.testservers.SharedServers;
import org.junit.jupiter.api.Test;

/** Uses a server by a fixture, and does not say so. Read by ServerTestsTest; its name keeps it from being run. */
public class Forgetful {

    @Test
    void shouldNotBeRun() {
        assertThat(Fixture.address()).isNotEmpty();
    }

    private static final class Fixture {

        private static String address() {
            return SharedServers.kafka().bootstrapServers();
        }
    }
}

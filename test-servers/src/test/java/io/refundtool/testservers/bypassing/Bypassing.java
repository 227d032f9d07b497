package io.refundtool.testservers.bypassing;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.embedded.EmbeddedKafka;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts an embedded server whatever is wanted. Read by ServerTestsTest; its name keeps it from being run. */
public class Bypassing {

    @Test
    void shouldHaveAnAddress(@TempDir Path directory) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0, directory)) {
            assertThat(kafka.bootstrapServers()).isNotEmpty();
        }
    }
}

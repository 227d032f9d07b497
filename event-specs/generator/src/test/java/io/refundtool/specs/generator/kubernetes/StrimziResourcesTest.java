package io.refundtool.specs.generator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.kubernetes.KafkaUserView.Access;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strimzi's topics and users are the specs'; {@code -Dgolden.update=true} writes them anew. */
class StrimziResourcesTest {

    private static final Path BASE = Path.of("../../kubernetes/base");

    private final SpecModel specs = SpecReader.read(Path.of("../specs"));

    @Test
    void shouldKeepTopicsAndUsersInStepWithTheSpecs() throws IOException {
        // when
        Map<String, String> files = KubernetesRenderer.render(specs);
        // then
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = BASE.resolve(file.getKey());
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(path, file.getValue());
            }
            assertThat(Files.readString(path).replace("\r\n", "\n"))
                    .as(path + "; run with -Dgolden.update=true to write it anew, and read the change")
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void shouldLetNobodyButTheGatewayWriteForSystemsOutside() {
        // when
        List<String> writers = usersWith("Write", "bob.refund.v1");
        // then
        assertThat(writers).containsExactly("events-bus");
    }

    @Test
    void shouldLetSystemsOutsideReadUpdatesAndNothingElse() {
        // when
        KafkaUserView bob = KafkaUsers.of(specs).stream()
                .filter(user -> user.name().equals("bob"))
                .findFirst()
                .orElseThrow();
        // then
        assertThat(bob)
                .isEqualTo(new KafkaUserView(
                        "bob", List.of(new Access("refund.update.v1", List.of("Describe", "Read"))), true, false));
    }

    @Test
    void shouldLetEachServiceReadItsOwnDeadLettersOnly() {
        // when
        List<String> readers = usersWith("Read", "fiscalization-service.dead-letter.v1");
        // then
        assertThat(readers).containsExactly("fiscalization-service");
    }

    private List<String> usersWith(String operation, String topic) {
        return KafkaUsers.of(specs).stream()
                .filter(user -> user.topics().stream()
                        .anyMatch(access -> access.topic().equals(topic)
                                && access.operations().contains(operation)))
                .map(KafkaUserView::name)
                .toList();
    }
}

package io.refundtool.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.sandbox.faults.FaultKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SandboxApplicationTest {

    @TempDir
    private Path directory;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void shouldExplainEveryFlag() {
        // when
        int code = execute("--help");

        // then
        assertThat(code).isZero();
        new CommandLine(new SandboxApplication()).getCommandSpec().options().forEach(option -> {
            assertThat(said.toString()).contains(option.longestName());
            assertThat(option.description()).isNotEmpty();
        });
    }

    @Test
    void shouldSayWhichPortIsTakenAndWhichFlagChoosesAnother() throws IOException {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // when
            int code = execute(
                    "--dir=" + directory,
                    "--events-bus-port=0",
                    "--refund-service-port=0",
                    "--fiscalization-service-port=0",
                    "--notifications-service-port=0",
                    "--atol-port=0",
                    "--smtp-port=0",
                    "--kafka-port=" + port);

            // then
            assertThat(code).isEqualTo(SandboxApplication.USAGE_PROBLEM);
            assertThat(complained.toString())
                    .isEqualToIgnoringNewLines(
                            "Expected port %d to be free for the Kafka broker, but another process is listening on it; end that process, or choose another port with --kafka-port"
                                    .formatted(port));
        }
    }

    @Test
    void shouldSayThatAFileIsMissingBeforeAnythingStarts() {
        // when
        int code = execute("--dir", directory.toString(), "--orders", "orders.csv", "--returns", "returns.csv");

        // then
        assertThat(code).isEqualTo(SandboxApplication.USAGE_PROBLEM);
        assertThat(complained.toString())
                .isEqualToIgnoringNewLines("Expected returns.csv to be a file, but there is none");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAFlagInOneSentence() {
        // when
        int code = execute("--dir", directory.toString(), "--orders", "orders.csv");

        // then
        assertThat(code).isEqualTo(SandboxApplication.USAGE_PROBLEM);
        assertThat(complained.toString())
                .isEqualToIgnoringNewLines(
                        "Expected --orders and --returns together, but only one of them is given; ./run --help explains every flag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-decline=2", "payment-declined", "all,,mail-slow"})
    void shouldSayWhatIsWrongWithAListOfFaultsInOneSentence(String faults) {
        // when
        int code = execute("--dir", directory.toString(), "--faults", faults);

        // then
        assertThat(code).isEqualTo(SandboxApplication.USAGE_PROBLEM);
        assertThat(complained.toString().strip())
                .startsWith("Expected ")
                .contains("--faults")
                .doesNotContain("\n");
    }

    @Test
    void shouldExplainEveryFault() {
        // when
        execute("--help");

        // then
        for (FaultKind kind : FaultKind.values()) {
            assertThat(said.toString()).contains(kind.word() + " (" + kind.usualRate() + ")");
        }
    }

    private int execute(String... arguments) {
        return SandboxApplication.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }
}

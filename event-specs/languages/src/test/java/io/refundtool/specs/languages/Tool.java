package io.refundtool.specs.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine, such as a compiler, and how it is started. */
record Tool(Path directory, Map<String, String> environment) {

    /** Far longer than anything here takes, so that a hanging program ends, and a slow machine does not. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    Tool in(Path other) {
        return new Tool(other, environment);
    }

    Tool with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Tool(directory, more);
    }

    /** Skips the test, and says so where nobody can overlook it, if a program is not installed. */
    static void assumeInstalled(String program, String whatIsSkipped) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
        if (!installed) {
            System.err.printf(
                    "SKIPPED: %s, because there is no %s here. .ci/run installs it.%n", whatIsSkipped, program);
        }
        assumeTrue(installed, program + " is not installed");
    }

    /** What the program prints; it has to succeed. */
    String run(String... command) {
        Path output = output();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("Expected %s to end within %s, but it goes on", List.of(command), PATIENCE);
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as(String.join(" ", command) + "\n" + printed)
                    .isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait for " + List.of(command) + ", but it was interrupted", e);
        }
    }

    private static Path output() {
        try {
            Path output = Files.createTempFile(Path.of("target"), "tool", ".txt");
            output.toFile().deleteOnExit();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

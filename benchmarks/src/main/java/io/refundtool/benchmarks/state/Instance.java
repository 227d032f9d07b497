package io.refundtool.benchmarks.state;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link StateInstance} in its process, from outside. */
final class Instance implements AutoCloseable {

    private static final List<String> JVM =
            List.of("-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter ask;

    Instance(String broker, Path stateDir) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(StateInstance.class.getName(), broker, stateDir.toString()));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said = process.inputReader(StandardCharsets.UTF_8);
        ask = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** The next line that it says; what it logs is none. */
    String says() {
        try {
            String line = said.readLine();
            while (line != null && !line.startsWith(StateInstance.SAYS)) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("Expected the state machine to run, but its process ended");
            }
            return line.substring(StateInstance.SAYS.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answers(String question) {
        try {
            ask.write(question + "\n");
            ask.flush();
            return says();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it stop by itself. */
    @Override
    public void close() {
        try {
            ask.close();
            process.waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.refundtool.benchmarks.state;

import io.refundtool.benchmarks.ClassPath;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Instance(String broker, Path stateDir) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-classpath", ClassPath.ofRefundService()));
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
        port = Integer.parseInt(says());
    }

    /** Answers true; whatever else happens when it is asked over HTTP is an exception. */
    boolean knows(String orderId) {
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/orders/%s".formatted(port, orderId));
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Expected an order, but %s: %s".formatted(answer, answer.body()));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next line that it says; what it logs is none. */
    String says() {
        try {
            String line = said.readLine();
            while (line != null && !line.startsWith(StateInstance.SAYS)) {
                tell(line);
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

    /** What it logs when it has restored its stores is worth being read here too. */
    private static void tell(String line) {
        int restored = line.indexOf("Restored ");
        if (restored >= 0) {
            System.out.println("  " + line.substring(restored).replaceAll("\".*", ""));
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

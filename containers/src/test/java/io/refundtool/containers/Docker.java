package io.refundtool.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The system of compose files under a project name of its own, by the commands that a person types. */
final class Docker implements AutoCloseable {

    private static final String PROJECT = "refundtool-smoke";
    private static final int LIMIT_MINUTES = 15;
    private static final int LOG_LINES = 60;

    private final Map<String, String> variables;
    private final List<String> files;

    /**
     * Starts nothing yet.
     *
     * @param variables in place of those of .env
     * @param files one over the other
     */
    Docker(Map<String, String> variables, String... files) {
        this.variables = Map.copyOf(variables);
        this.files = List.of(files);
    }

    /** Whether there is a Docker that does what it is told. */
    static boolean answers() {
        try {
            return new Docker(Map.of()).succeeds(List.of("docker", "info"));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Returns when everything that others wait for is healthy; takes away first what an earlier run left. */
    void up() {
        close();
        compose("up", "--detach", "--no-build");
    }

    /** All of them at once. */
    void kill(String... services) {
        List<String> command = new ArrayList<>(List.of("kill"));
        command.addAll(List.of(services));
        compose(command.toArray(String[]::new));
    }

    void start(String service) {
        compose("start", service);
    }

    boolean healthy(String service) {
        String container = compose("ps", "--all", "--quiet", service).strip();
        return run(List.of("docker", "inspect", "--format", "{{.State.Health.Status}}", container))
                .strip()
                .equals("healthy");
    }

    /** The last lines of each container. */
    String logs() {
        return compose("ps", "--all") + compose("logs", "--no-color", "--tail", Integer.toString(LOG_LINES));
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--remove-orphans");
    }

    private String compose(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Repository.ROOT.resolve("docker/compose").toString(), "--project-name", PROJECT));
        files.forEach(file -> command.addAll(List.of("--file", file)));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private boolean succeeds(List<String> command) {
        Process process = started(command);
        output(process);
        return ended(process, command) == 0;
    }

    private String run(List<String> command) {
        Process process = started(command);
        String output = output(process);
        int code = ended(process, command);
        if (code != 0) {
            throw new IllegalStateException(
                    "Expected %s to end with 0, but it ended with %d:%n%s".formatted(command, code, output));
        }
        return output;
    }

    private Process started(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Repository.ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ended(Process process, List<String> command) {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Expected %s to end within %d minutes".formatted(command, LIMIT_MINUTES));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time for " + command, e);
        }
    }
}

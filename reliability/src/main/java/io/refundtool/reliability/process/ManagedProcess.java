package io.refundtool.reliability.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that is killed, paused and started again under the same command. One that ends by itself is started again
 * after a moment, as an orchestrator would, and is counted.
 *
 * <p>Every start has a log of its own, NAME-NUMBER.log, and what it prints is in NAME-NUMBER.out.
 */
public final class ManagedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedProcess.class);
    private static final String READY = "ready";
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration READY_LOOK = Duration.ofMillis(20);
    private static final Executor AFTER_A_MOMENT = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final String name;
    private final Path logs;
    private final Function<Path, List<String>> command;
    private @Nullable Process process;
    private boolean wanted;
    private int starts;
    private int endedByItself;

    /**
     * A process that is not started yet.
     *
     * @param logs the directory of its logs
     * @param command the command for a start whose log is the given file
     */
    ManagedProcess(String name, Path logs, Function<Path, List<String>> command) {
        this.name = name;
        this.logs = logs;
        this.command = command;
    }

    public String name() {
        return name;
    }

    /** Starts it, unless it runs. */
    public synchronized void start() {
        wanted = true;
        if (process != null && process.isAlive()) {
            return;
        }
        starts++;
        try {
            Files.createDirectories(logs);
            Process started = new ProcessBuilder(command.apply(logs.resolve(name + "-" + starts + ".log")))
                    .redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
            process = started;
            var _ = started.onExit().thenAcceptAsync(this::ended, AFTER_A_MOMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return logs.resolve(name + "-" + starts + ".out");
    }

    private synchronized void ended(Process which) {
        if (wanted && which.equals(process)) {
            endedByItself++;
            LOG.warn("{} ended by itself with {}: it is started again", name, which.exitValue());
            start();
        }
    }

    /** Told by a main of this package when it has started what it starts. */
    static void sayReady() {
        System.out.println(READY);
    }

    /** Waits until its main, one of this package, says that it is up. */
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (!saysReady()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Expected %s to be ready within %d s, but it is not; see %s"
                        .formatted(name, READY_LIMIT.toSeconds(), logs));
            }
            Thread.sleep(READY_LOOK);
        }
    }

    private synchronized boolean saysReady() {
        try {
            return Files.readAllLines(output()).contains(READY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: it does nothing more. */
    public synchronized void kill() {
        wanted = false;
        if (process != null) {
            Process _ = process.destroyForcibly().onExit().join();
        }
    }

    /** SIGTERM: it stops in order. Waits for that even when the thread is interrupted, since nobody else would. */
    public synchronized void stop() {
        wanted = false;
        if (process != null) {
            process.destroy();
            Process _ = process.onExit()
                    .orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    /** SIGSTOP: it does nothing until the pause is closed. */
    public synchronized Pause pause() {
        if (process == null) {
            throw new IllegalStateException("Expected " + name + " to run, but it was never started");
        }
        return Pause.of(process.pid());
    }

    /** How often it has ended without having been told to. */
    public synchronized int endedByItself() {
        return endedByItself;
    }

    @Override
    public void close() {
        kill();
    }
}

package io.refundtool.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived a killed process: it still holds the data directory, and nobody else will stop it. */
final class OrphanedPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final int STOP_LIMIT_SECONDS = 20;

    private OrphanedPostmaster() {}

    /** Stops the server that runs on the data directory, if any. */
    static void stop(Path dataDir) {
        find(dataDir).ifPresent(postmaster -> {
            LOG.warn("PostgreSQL (process {}) was left over on {}: it is stopped", postmaster.pid(), dataDir);
            postmaster.destroy();
            awaitEnd(postmaster);
        });
    }

    /** The first line of postmaster.pid is the process, and stays there after a crash: so its name is compared too. */
    static Optional<ProcessHandle> find(Path dataDir) {
        Path pidFile = dataDir.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.trim()))
                    .flatMap(ProcessHandle::of)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(ProcessHandle postmaster) {
        try {
            postmaster.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Expected the left over PostgreSQL (process " + postmaster.pid() + ") to stop, but it did not", e);
        }
    }
}

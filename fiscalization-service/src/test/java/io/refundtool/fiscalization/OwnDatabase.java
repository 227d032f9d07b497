package io.refundtool.fiscalization;

import io.refundtool.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that a test may kill, unlike the shared one. */
final class OwnDatabase implements AutoCloseable {
    private final Path directory;
    private EmbeddedDatabase server;

    private OwnDatabase(Path directory) {
        this.directory = directory;
        this.server = EmbeddedDatabase.start(0, directory);
    }

    static OwnDatabase start() {
        try {
            return new OwnDatabase(Files.createTempDirectory("refundtool-own-postgres-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl() {
        return server.jdbcUrl("postgres");
    }

    /** As the kernel does when memory is short: without a word to anybody. */
    void kill() {
        try {
            long process = Long.parseLong(
                    Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
            ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again at the same address. */
    void startAgain() {
        server.close();
        server = EmbeddedDatabase.start(server.port(), directory);
    }

    @Override
    public void close() {
        server.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}

package io.refundtool.testservers;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL from binaries that come as a dependency. */
final class EmbeddedOwnDatabase implements OwnDatabase {

    private final Path directory = TemporaryDirectory.create("postgres");
    private final int port = Ports.free("PostgreSQL", 0);
    private @Nullable EmbeddedDatabase running;

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        running = EmbeddedDatabase.start(port, directory);
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void kill() {
        ProcessHandle postmaster = EmbeddedDatabase.processOn(directory).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        stop();
    }

    @Override
    public void close() {
        stop();
        TemporaryDirectory.delete(directory);
    }
}

package io.refundtool.testservers;

import io.refundtool.embedded.EmbeddedKafka;
import io.refundtool.embedded.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A broker in this JVM. */
final class EmbeddedOwnKafka implements OwnKafka {

    private final Path directory;
    private final int port;
    private @Nullable EmbeddedKafka running;

    private EmbeddedOwnKafka(Path directory, int port, @Nullable EmbeddedKafka running) {
        this.directory = directory;
        this.port = port;
        this.running = running;
    }

    /** It takes a port and never lets go of it, so nobody else can come between. */
    static OwnKafka started() {
        Path directory = TemporaryDirectory.create("kafka");
        EmbeddedKafka kafka = EmbeddedKafka.start(0, directory);
        return new EmbeddedOwnKafka(directory, kafka.port(), kafka);
    }

    static OwnKafka away() {
        return new EmbeddedOwnKafka(TemporaryDirectory.create("kafka"), Ports.free("Kafka", 0), null);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        running = EmbeddedKafka.start(port, directory);
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
        TemporaryDirectory.delete(directory);
    }
}

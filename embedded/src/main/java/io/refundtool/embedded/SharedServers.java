package io.refundtool.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One broker and one PostgreSQL for all tests of a JVM, started when first asked for and stopped at its end.
 *
 * <p>Tests share them, so each takes topics, groups and databases of its own. A test that stops a server starts its own
 * with {@link EmbeddedKafka#start} or {@link EmbeddedDatabase#start}.
 */
public final class SharedServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedServers() {}

    /** The shared broker. */
    public static EmbeddedKafka kafka() {
        return KafkaHolder.KAFKA;
    }

    /** The shared PostgreSQL. */
    public static EmbeddedDatabase database() {
        return DatabaseHolder.DATABASE;
    }

    /** The JDBC URL, user and password included, of a new and empty database. */
    public static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        database().createDatabase(name);
        return database().jdbcUrl(name);
    }

    private static final class KafkaHolder {
        private static final EmbeddedKafka KAFKA;

        static {
            Path directory = temporaryDirectory("kafka");
            KAFKA = EmbeddedKafka.start(0, directory);
            closeAtEnd(KAFKA, directory);
        }
    }

    private static final class DatabaseHolder {
        private static final EmbeddedDatabase DATABASE;

        static {
            Path directory = temporaryDirectory("postgres");
            DATABASE = EmbeddedDatabase.start(0, directory);
            closeAtEnd(DATABASE, directory);
        }
    }

    private static Path temporaryDirectory(String name) {
        try {
            return Files.createTempDirectory("refundtool-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAtEnd(AutoCloseable server, Path directory) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform()
                        .name("stop-" + directory.getFileName())
                        .unstarted(() -> {
                            try (server) {
                                // Closing is all there is to do before the directory goes.
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            delete(directory);
                        }));
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

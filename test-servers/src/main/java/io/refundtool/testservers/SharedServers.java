package io.refundtool.testservers;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One broker and one PostgreSQL for all tests of a JVM, started when first asked for and stopped at its end.
 *
 * <p>Tests share them, so each takes topics, groups and databases of its own. A test that stops a server takes an
 * {@link OwnKafka} or an {@link OwnDatabase}.
 */
public final class SharedServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedServers() {}

    /** The shared broker. */
    public static TestKafka kafka() {
        return KafkaHolder.KAFKA;
    }

    /** The shared PostgreSQL. */
    public static TestDatabase database() {
        return DatabaseHolder.DATABASE;
    }

    /** The JDBC URL, user and password included, of a new and empty database. */
    public static String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        database().createDatabase(name);
        return database().jdbcUrl(name);
    }

    private static final class KafkaHolder {
        private static final OwnKafka KAFKA = OwnKafka.started();

        static {
            atEnd("stop-kafka", KAFKA::close);
        }
    }

    private static final class DatabaseHolder {
        private static final OwnDatabase DATABASE = OwnDatabase.started();

        static {
            atEnd("stop-postgres", DATABASE::close);
        }
    }

    private static void atEnd(String name, Runnable close) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name(name).unstarted(close));
    }
}

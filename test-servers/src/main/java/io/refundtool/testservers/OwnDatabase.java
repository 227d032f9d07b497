package io.refundtool.testservers;

/** A PostgreSQL that a test has for itself, and so may stop, kill and start again; its address and data stay the same. */
public interface OwnDatabase extends TestDatabase, AutoCloseable {

    /** One that runs. */
    static OwnDatabase started() {
        OwnDatabase database = away();
        database.start();
        return database;
    }

    /** One that has an address, and is away until the test starts it. */
    static OwnDatabase away() {
        return switch (ServerKind.wanted()) {
            case EMBEDDED -> new EmbeddedOwnDatabase();
            case CONTAINERS -> new DatabaseInContainer();
        };
    }

    /** The JDBC URL of the database that is always there, user and password included. */
    default String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** Returns when it accepts connections. */
    void start();

    /** Stops it in order; open connections are ended, data is kept. Does nothing if it is away. */
    void stop();

    /** Ends it as the kernel does when memory is short: without a word to anybody. */
    void kill();

    /** Stops it and deletes what it has. */
    @Override
    void close();
}

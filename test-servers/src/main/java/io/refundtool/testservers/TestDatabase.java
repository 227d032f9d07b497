package io.refundtool.testservers;

import io.refundtool.embedded.EmbeddedDatabase;

/** A real PostgreSQL on the loopback interface. */
public interface TestDatabase {

    int port();

    default String user() {
        return EmbeddedDatabase.USER;
    }

    /** Any password is right. */
    default String password() {
        return EmbeddedDatabase.USER;
    }

    /** The JDBC URL of a database, user and password included; known before the server runs. */
    default String jdbcUrl(String database) {
        return EmbeddedDatabase.jdbcUrl(port(), database);
    }

    /** Creates the database unless there is one of that name. */
    default void createDatabase(String name) {
        EmbeddedDatabase.createDatabase(port(), name);
    }
}

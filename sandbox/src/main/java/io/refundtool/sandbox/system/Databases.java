package io.refundtool.sandbox.system;

import io.refundtool.embedded.EmbeddedDatabase;
import java.util.List;

/**
 * The services' databases, one each, on the one PostgreSQL.
 *
 * @param port where it listens
 */
record Databases(int port) {

    static final String REFUND = "refund";
    static final String FISCALIZATION = "fiscalization";
    static final String NOTIFICATIONS = "notifications";
    static final List<String> NAMES = List.of(REFUND, FISCALIZATION, NOTIFICATIONS);

    /** With user and password. */
    String jdbcUrl(String name) {
        return EmbeddedDatabase.jdbcUrl(port, name);
    }
}

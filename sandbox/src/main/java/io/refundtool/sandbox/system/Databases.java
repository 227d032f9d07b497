package io.refundtool.sandbox.system;

import io.refundtool.embedded.EmbeddedDatabase;
import java.util.List;

/** The services' databases, one each, on the one PostgreSQL. */
final class Databases {

    static final String REFUND = "refund";
    static final String FISCALIZATION = "fiscalization";
    static final String NOTIFICATIONS = "notifications";

    private Databases() {}

    static void create(EmbeddedDatabase server) {
        List.of(REFUND, FISCALIZATION, NOTIFICATIONS).forEach(server::createDatabase);
    }
}

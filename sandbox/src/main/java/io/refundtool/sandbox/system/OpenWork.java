package io.refundtool.sandbox.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the services with a database have begun and not ended. It is in no topic until it has ended, so this looks into
 * their tables, which nobody but the sandbox may do.
 */
final class OpenWork {

    private static final String OPEN_RECEIPTS =
            "select external_id from receipt where state in ('TO_REGISTER', 'WAITING')";
    private static final String OPEN_MESSAGES =
            "select order_id || '/' || refund_id from delivery where state = 'waiting'";
    private static final String UNPUBLISHED = "select record_key from outbox";
    private static final int LIMIT_SECONDS = 30;

    private final Databases databases;

    OpenWork(Databases databases) {
        this.databases = databases;
    }

    /**
     * A sentence for each sort of work that is open.
     *
     * @param hopeless external ids of receipts that will stay open for ever
     */
    List<String> sentences(Set<String> hopeless) {
        List<String> sentences = new ArrayList<>();
        List<String> receipts = rows(Databases.FISCALIZATION, OPEN_RECEIPTS);
        receipts.removeAll(hopeless);
        add(receipts, "receipts are to be registered", sentences);
        add(rows(Databases.FISCALIZATION, UNPUBLISHED), "events of fiscalization-service are not published", sentences);
        add(rows(Databases.NOTIFICATIONS, OPEN_MESSAGES), "messages are to be sent", sentences);
        add(rows(Databases.NOTIFICATIONS, UNPUBLISHED), "events of notifications-service are not published", sentences);
        return sentences;
    }

    private static void add(List<String> rows, String what, List<String> sentences) {
        if (!rows.isEmpty()) {
            sentences.add("%d %s, the first is %s".formatted(rows.size(), what, rows.getFirst()));
        }
    }

    private List<String> rows(String of, String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(databases.jdbcUrl(of));
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            try (ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to see what is open in database " + of, e);
        }
    }
}

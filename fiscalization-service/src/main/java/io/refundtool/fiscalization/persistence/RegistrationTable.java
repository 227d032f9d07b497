package io.refundtool.fiscalization.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every uuid under which a receipt was accepted, the replaced ones too. */
public final class RegistrationTable {
    private static final int BATCH_SIZE = 500;
    private static final String FIND = "select * from registration where uuid = any (?)";
    private static final String INSERT =
            "insert into registration (uuid, receipt_id, registration) values (?, ?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;

    public RegistrationTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was accepted under a uuid. */
    public record Registration(String uuid, long receiptId, int number) {}

    public Map<String, Registration> find(Collection<String> uuids) {
        Map<String, Registration> found = new HashMap<>();
        if (!uuids.isEmpty()) {
            jdbc.query(FIND, statement -> statement.setObject(1, uuids.toArray(String[]::new)), row -> {
                found.put(
                        row.getString("uuid"),
                        new Registration(row.getString("uuid"), row.getLong("receipt_id"), row.getInt("registration")));
            });
        }
        return found;
    }

    public void insert(List<Registration> registrations) {
        jdbc.batchUpdate(INSERT, registrations, BATCH_SIZE, (statement, registration) -> {
            statement.setString(1, registration.uuid());
            statement.setLong(2, registration.receiptId());
            statement.setInt(3, registration.number());
        });
    }
}

package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.application.Told;
import io.refundtool.fiscalization.domain.FiscalError;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every answer and what it led to; written once and never changed. */
public final class AnswerTable {
    private static final int BATCH_SIZE = 500;
    private static final String INSERT = """
            insert into answer (receipt_id, registration, source, kind, decision, reason, uuid, error_id, error_code,
                error_type, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    public AnswerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An answer with the receipt that it turned out to be about.
     *
     * @param decision the name of what was decided
     */
    public record AnswerRow(
            long receiptId,
            int registration,
            Told told,
            String decision,
            @Nullable String reason,
            @Nullable FiscalError error) {}

    public void insert(List<AnswerRow> answers) {
        jdbc.batchUpdate(INSERT, answers, BATCH_SIZE, AnswerTable::write);
    }

    private static void write(PreparedStatement statement, AnswerRow row) throws SQLException {
        statement.setLong(1, row.receiptId());
        statement.setInt(2, row.registration());
        statement.setString(3, row.told().source().name());
        statement.setString(4, row.told().answer().getClass().getSimpleName());
        statement.setString(5, row.decision());
        statement.setString(6, row.reason());
        statement.setString(7, row.told().uuid());
        @Nullable FiscalError error = row.error();
        statement.setString(8, error == null ? null : error.errorId());
        Columns.set(statement, 9, error == null ? null : error.code());
        statement.setString(10, error == null ? null : error.type().name());
        statement.setString(11, row.told().body());
    }
}

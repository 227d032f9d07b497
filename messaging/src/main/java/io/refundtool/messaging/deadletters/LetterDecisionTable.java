package io.refundtool.messaging.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions about letters; rows are only ever added. */
public final class LetterDecisionTable {

    private static final String COLUMNS = """
            select number, letter_id, attempt, action, operator, reason, not_before, request, decided_at
            from dead_letter_decision
            """;

    private static final String INSERT = """
            insert into dead_letter_decision (letter_id, attempt, action, operator, reason, not_before, request,
                                              decided_at)
            values (:letter, :attempt, :action, :operator, :reason, :notBefore, :request, :decidedAt)
            """;

    private final JdbcClient client;

    public LetterDecisionTable(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    void insert(DeadLetter letter, LetterRequest request, Instant decidedAt) {
        client.sql(INSERT)
                .param("letter", letter.id())
                .param("attempt", letter.attempt())
                .param("action", request.action().word())
                .param("operator", request.operator())
                .param("reason", request.reason())
                .param("notBefore", utc(request.notBefore()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("request", request.key(), Types.VARCHAR)
                .param("decidedAt", utc(decidedAt))
                .update();
    }

    /** The last decision about a letter by that request of that operator. */
    Optional<LetterDecision> find(String operator, String request, String letterId) {
        return client.sql(COLUMNS + """
                        where operator = :operator and request = :request and letter_id = :letter
                        order by number desc limit 1
                        """)
                .param("operator", operator)
                .param("request", request)
                .param("letter", letterId)
                .query(LetterDecisionTable::decision)
                .optional();
    }

    /** The letters that request of that operator decided about, in their order. */
    List<String> lettersOf(String operator, String request) {
        return client.sql("""
                        select letter_id from dead_letter_decision
                        where operator = :operator and request = :request order by number
                        """)
                .param("operator", operator)
                .param("request", request)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** A page of decisions, oldest first; about one letter if an id is given. */
    public List<LetterDecision> find(@Nullable String letterId, long after, int limit) {
        return client.sql(COLUMNS + """
                        where number > :after and (cast(:letter as text) is null or letter_id = :letter)
                        order by number limit :limit
                        """)
                .param("after", after)
                .param("letter", letterId)
                .param("limit", limit)
                .query(LetterDecisionTable::decision)
                .list();
    }

    private static LetterDecision decision(ResultSet row, int number) throws SQLException {
        OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
        return new LetterDecision(
                row.getLong("number"),
                row.getString("letter_id"),
                row.getInt("attempt"),
                LetterAction.named(row.getString("action")).orElseThrow(),
                row.getString("operator"),
                row.getString("reason"),
                notBefore == null ? null : notBefore.toInstant(),
                row.getString("request"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}

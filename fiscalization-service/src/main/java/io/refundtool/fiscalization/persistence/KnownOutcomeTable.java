package io.refundtool.fiscalization.persistence;

import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The last outcome of each movement that the service's own topic tells of. */
public final class KnownOutcomeTable {

    /** A success stands: what may be told of the movement later contradicts it. */
    private static final String UPSERT = """
            insert into known_outcome (movement_id, event_id, event_type, event, told_at) values (?, ?, ?, ?, ?)
            on conflict (movement_id) do update set
                event_id = excluded.event_id, event_type = excluded.event_type, event = excluded.event,
                told_at = excluded.told_at
            where known_outcome.event_type = '%s'
            """.formatted(EventType.FISCALIZATION_RECEIPT_FAILED_V1.wireName());

    private static final String FIND = "select * from known_outcome where movement_id = any (?)";

    private final JdbcTemplate jdbc;

    public KnownOutcomeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps these, in the order in which they were told; one statement cannot write a row twice. */
    public void keep(List<KnownOutcome> outcomes) {
        Map<String, KnownOutcome> last = new LinkedHashMap<>();
        outcomes.forEach(each -> last.merge(
                each.movementId(), each, (known, next) -> known.event() instanceof ReceiptFailed ? next : known));
        jdbc.batchUpdate(
                UPSERT,
                last.values().stream()
                        .map(each -> new Object[] {
                            each.movementId(),
                            each.eventId(),
                            each.event().eventType().wireName(),
                            EventCodec.write(each.event()),
                            each.toldAt().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** What is known of these movements. */
    public Map<String, KnownOutcome> find(Collection<String> movementIds) {
        return jdbc
                .query(
                        FIND,
                        statement -> statement.setObject(1, movementIds.toArray(String[]::new)),
                        KnownOutcomeTable::outcome)
                .stream()
                .collect(Collectors.toMap(KnownOutcome::movementId, Function.identity()));
    }

    private static KnownOutcome outcome(ResultSet row, int number) throws SQLException {
        EventType type = EventType.of(row.getString("event_type")).orElseThrow();
        return new KnownOutcome(
                row.getString("movement_id"),
                row.getString("event_id"),
                Columns.instant(row, "told_at"),
                (FiscalizationUpdate) EventCodec.read(type, row.getBytes("event")));
    }
}

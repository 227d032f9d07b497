package io.refundtool.messaging.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;

/** The events of one transaction, until they are written just before it commits. */
final class OutboxTransaction implements TransactionSynchronization {

    private static final int MAX_EVENTS = 10_000;

    private static final String INSERT = """
            insert into outbox (topic, record_key, headers, body)
            select topic, record_key, headers::json, body
            from unnest(?::text[], ?::text[], ?::text[], ?::bytea[]) with ordinality
                as added (topic, record_key, headers, body, ordinal)
            order by ordinal
            """;

    private final Outbox outbox;
    private final JdbcTemplate jdbc;
    private final List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();

    OutboxTransaction(Outbox outbox, JdbcTemplate jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    boolean belongsTo(Outbox other) {
        return outbox == other;
    }

    void add(ProducerRecord<String, byte[]> event) {
        if (events.size() == MAX_EVENTS) {
            throw new IllegalStateException(
                    "Expected at most " + MAX_EVENTS + " events in one transaction, but there is one more.");
        }
        events.add(event);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, events.size());
    }

    /** What was added since is rolled back with everything else. */
    @Override
    public void savepointRollback(Object savepoint) {
        int size = savepoints.getOrDefault(savepoint, 0);
        events.subList(size, events.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.update(
                INSERT,
                events.stream().map(ProducerRecord::topic).toArray(String[]::new),
                events.stream().map(ProducerRecord::key).toArray(String[]::new),
                events.stream().map(event -> HeaderJson.write(event.headers())).toArray(String[]::new),
                events.stream().map(ProducerRecord::value).toArray(byte[][]::new));
    }

    @Override
    public void afterCommit() {
        outbox.wake();
    }
}

package io.refundtool.messaging.postgres;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.ReceivedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets every event be worked on once, however often it is delivered: its id and the work are one transaction.
 *
 * <p>An event is known by its source and id, as CloudEvents 1.0 has it. Two readings of the same events in one database
 * need a name each, or each would take events from the other. Old ids are removed as new ones come, later than Kafka
 * could deliver their events again.
 */
public final class TransactionalInbox {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalInbox.class);

    private static final String INSERT = """
            insert into inbox (reader, source, event_id)
            select ?, source, event_id from unnest(?::text[], ?::text[]) as received (source, event_id)
            on conflict do nothing
            returning source, event_id
            """;

    private record EventKey(String source, String id) {
        static EventKey of(Envelope<?> envelope) {
            return new EventKey(envelope.source(), envelope.id());
        }
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final String reader;
    private final InboxPruning pruning;

    /** The inbox of a database with one reading of events. */
    public TransactionalInbox(DataSource dataSource, PlatformTransactionManager transactionManager) {
        this(dataSource, transactionManager, "main");
    }

    /** @param reader names this reading of the events; to change it is to read everything again */
    public TransactionalInbox(DataSource dataSource, PlatformTransactionManager transactionManager, String reader) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(transactionManager);
        this.reader = reader;
        this.pruning = new InboxPruning(jdbc, reader);
    }

    /**
     * The work as a handler: in one transaction with the ids, and only with events that were not worked on before. What
     * the work throws rolls everything back and goes on to the caller.
     */
    public EventBatchHandler once(Consumer<List<ReceivedEvent>> work) {
        return batch -> {
            transactions.executeWithoutResult(status -> {
                List<ReceivedEvent> fresh = remember(batch);
                if (!fresh.isEmpty()) {
                    work.accept(fresh);
                }
            });
            pruning.pruneWhenDue();
        };
    }

    private List<ReceivedEvent> remember(List<ReceivedEvent> batch) {
        String[] sources =
                batch.stream().map(event -> event.envelope().source()).toArray(String[]::new);
        String[] ids = batch.stream().map(event -> event.envelope().id()).toArray(String[]::new);
        Set<EventKey> inserted = new HashSet<>(jdbc.query(
                INSERT, (row, number) -> new EventKey(row.getString(1), row.getString(2)), reader, sources, ids));
        List<ReceivedEvent> fresh = new ArrayList<>(batch.size());
        for (ReceivedEvent event : batch) {
            if (inserted.remove(EventKey.of(event.envelope()))) {
                fresh.add(event);
            } else {
                LOG.debug("Event {} was handled before.", event.envelope().id());
            }
        }
        return fresh;
    }
}

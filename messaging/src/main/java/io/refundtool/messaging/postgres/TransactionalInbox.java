package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.ReadPositions;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.WaitingEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Lets every event be worked on once, however often it is delivered: its id and the work are one transaction.
 *
 * <p>An event is known by its source and id, as CloudEvents 1.0 has it; one that comes again with another content is
 * refused as a conflict. Two readings of the same events in one database need a name each, or each would take events from
 * the other. Old ids are removed as new ones come, later than Kafka could deliver their events again.
 */
public final class TransactionalInbox {

    /** The reading of a service that has only one. */
    public static final String MAIN = "main";

    private final DataSource dataSource;
    private final PlatformTransactionManager transactionManager;
    private final String reader;

    /** The inbox of a database with one reading of events. */
    public TransactionalInbox(DataSource dataSource, PlatformTransactionManager transactionManager) {
        this(dataSource, transactionManager, MAIN);
    }

    /** @param reader names this reading of the events; to change it is to read everything again */
    public TransactionalInbox(DataSource dataSource, PlatformTransactionManager transactionManager, String reader) {
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.reader = reader;
    }

    /**
     * The work as a handler: in one transaction with the ids, and only with events that were not worked on before. What
     * the work throws rolls everything back and goes on to the caller. Events of an order that is held wait, see
     * {@link OrderedReading}.
     */
    public EventBatchHandler once(Consumer<List<ReceivedEvent>> work) {
        return handler(Optional.empty(), work);
    }

    /** As {@link #once(Consumer)}, and the database keeps how far the topic was read: see {@link LostDatabase}. */
    public EventBatchHandler once(Topic topic, Consumer<List<ReceivedEvent>> work) {
        return handler(Optional.of(topic), work);
    }

    private EventBatchHandler handler(Optional<Topic> topic, Consumer<List<ReceivedEvent>> work) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        SeenEvents inbox = new Inbox(jdbc, reader);
        Optional<StoredOffsets> offsets = topic.map(each -> StoredOffsets.ofInbox(jdbc, each, reader));
        OrderedReading reading = new OrderedReading(
                jdbc,
                transactionManager,
                reader,
                offsets.<SeenEvents>map(each -> new PlacedInbox(inbox, each)).orElse(inbox),
                work,
                offsets.map(ReadPositions.class::cast));
        InboxPruning pruning = new InboxPruning(jdbc, reader);
        return new EventBatchHandler() {
            @Override
            public void handle(List<ReceivedEvent> batch) {
                reading.handle(batch);
                pruning.pruneWhenDue();
            }

            @Override
            public WaitingEvents waiting() {
                return reading.waiting();
            }

            @Override
            public Optional<ReadPositions> positions() {
                return reading.positions();
            }
        };
    }
}

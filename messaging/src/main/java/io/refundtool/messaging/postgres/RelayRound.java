package io.refundtool.messaging.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the relay, one transaction: lock, read the first rows, send them in order, wait for Kafka to have them,
 * delete those it has.
 */
final class RelayRound {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);
    private static final Duration WARN_AFTER = Duration.ofSeconds(10);

    enum Outcome {
        /** Everything that was there is published. */
        DONE,
        /** There may be more. */
        MORE,
        /** Another instance is relaying. */
        LOCKED
    }

    private record Sent(
            List<OutboxTable.Row> acknowledged, @Nullable KafkaException failure) {}

    private final DataSource dataSource;
    private final RelayMetrics metrics;

    RelayRound(DataSource dataSource, RelayMetrics metrics) {
        this.dataSource = dataSource;
        this.metrics = metrics;
    }

    /** @throws KafkaException Kafka did not take a row; those it took are deleted nevertheless */
    Outcome run(Producer<String, byte[]> producer) throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                Outcome outcome = relay(connection, producer);
                committed = true;
                return outcome;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private Outcome relay(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, InterruptedException {
        if (!OutboxTable.tryLock(connection)) {
            connection.commit();
            return Outcome.LOCKED;
        }
        List<OutboxTable.Row> rows = OutboxTable.firstRows(connection);
        metrics.found(rows);
        Sent sent = send(rows, producer);
        OutboxTable.delete(connection, sent.acknowledged());
        connection.commit();
        metrics.published(sent.acknowledged().size());
        if (sent.failure() != null) {
            throw sent.failure();
        }
        metrics.nothingLeft();
        return OutboxTable.mayHaveMore(rows) ? Outcome.MORE : Outcome.DONE;
    }

    /** Sends until the first row that the producer does not even take, so that no later one overtakes it. */
    private static Sent send(List<OutboxTable.Row> rows, Producer<String, byte[]> producer)
            throws InterruptedException {
        List<Future<RecordMetadata>> results = new ArrayList<>();
        for (OutboxTable.Row row : rows) {
            Future<RecordMetadata> result = producer.send(row.event());
            results.add(result);
            if (result.state() == Future.State.FAILED) {
                break;
            }
        }
        List<OutboxTable.Row> acknowledged = new ArrayList<>();
        KafkaException failure = null;
        for (int i = 0; i < results.size(); i++) {
            try {
                await(results.get(i));
                acknowledged.add(rows.get(i));
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
            }
        }
        return new Sent(acknowledged, failure);
    }

    private static void await(Future<RecordMetadata> result) throws ExecutionException, InterruptedException {
        for (long seconds = WARN_AFTER.toSeconds(); ; seconds += WARN_AFTER.toSeconds()) {
            try {
                result.get(WARN_AFTER.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warn("Kafka has not confirmed events of the outbox for {} s; waiting on.", seconds);
            }
        }
    }
}

package io.refundtool.messaging;

import org.apache.kafka.common.TopicPartition;

/** The database stands before what this very process has committed there: it was replaced or emptied meanwhile. */
public final class DatabaseWentBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseWentBackException(TopicPartition partition, long expected, long found) {
        super("Expected the database to have read %s up to %d, but it stands at %d: it was restored, or emptied"
                .formatted(partition, expected, found));
    }
}

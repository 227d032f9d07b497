package io.refundtool.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What to do when the database is found to be behind what was read, see docs/operations/databases.md. */
@ConfigurationProperties("refundtool.database")
public record DatabaseSettings(@DefaultValue("automatic") Recovery recovery) {

    /** The values of {@code refundtool.database.recovery}. */
    public enum Recovery {
        /** What is missing is read again, when the database stands before what Kafka was told of it. */
        AUTOMATIC,
        /** Everything is read again, wherever the database stands; for one start. */
        REBUILD,
        /** Goes on where Kafka was told to be; what the database has lost stays lost. */
        SKIP
    }
}

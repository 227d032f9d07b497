package io.refundtool.messaging;

import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What a service may have to wait for when it starts. Another refusal, such as that of a login, of a migration or of a
 * topic's partitions, does not end by waiting.
 */
public enum Away {
    KAFKA("Kafka"),
    POSTGRESQL("PostgreSQL");

    private static final int MAX_CAUSES = 20;

    /** Kafka's clients have no exception of their own for names that nobody answers to yet. */
    private static final String UNRESOLVED = "No resolvable bootstrap urls";

    private final String label;

    Away(String label) {
        this.label = label;
    }

    /** What is away, by the first cause that tells; empty if the failure says something else. */
    public static Optional<Away> of(Throwable failure) {
        if (DatabaseFailure.isUnreachable(failure)) {
            return Optional.of(POSTGRESQL);
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof RetriableException || isUnresolved(cause)) {
                return Optional.of(KAFKA);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isUnresolved(Throwable cause) {
        return cause instanceof ConfigException
                && String.valueOf(cause.getMessage()).startsWith(UNRESOLVED);
    }

    /** Its name, for logs and health. */
    @Override
    public String toString() {
        return label;
    }
}

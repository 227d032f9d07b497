package io.refundtool.refund.streams;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/**
 * Tells what comes from outside, and passes, from a bug. Kafka Streams deals with nearly all of it by itself, but not in
 * every corner: a thread that a broker's restart, a cut network or a long pause hits while it opens or ends a transaction may
 * throw what it would have dealt with elsewhere. What of its transaction is seen, and how far it has read, is one decision of
 * the broker, so a new thread can go on from there and nothing is skipped.
 */
final class Interruptions {

    private static final int MAX_CAUSES = 20;

    /** What would fail again, whoever tries: that a client gave up because of it does not make it pass. */
    private static final List<Class<? extends Exception>> LASTING = List.of(
            SerializationException.class,
            RecordTooLargeException.class,
            InvalidTopicException.class,
            UnsupportedVersionException.class,
            AuthorizationException.class,
            AuthenticationException.class,
            ConfigException.class);

    private Interruptions() {}

    /** Whether a new thread can go on where this one failed. */
    static boolean passes(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
        return causes.stream().noneMatch(Interruptions::lasts)
                && causes.stream().anyMatch(Interruptions::isKafkas);
    }

    private static boolean lasts(Throwable cause) {
        return LASTING.stream().anyMatch(type -> type.isInstance(cause));
    }

    /**
     * A broker's answer, or a client that waited for one in vain. A broker that has just come back may answer the end of a
     * transaction with an error that has no type; the bugs of a processor are no Kafka exceptions.
     */
    private static boolean isKafkas(Throwable cause) {
        return cause instanceof ApiException
                || cause instanceof TaskMigratedException
                || cause.getClass() == KafkaException.class;
    }
}

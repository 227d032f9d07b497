package io.refundtool.refund.streams;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/**
 * Tells what comes from outside, and passes, from a bug. Kafka Streams deals with nearly all of it by itself, but not in
 * every corner: a thread that a cut network or a long pause hits while it opens or ends a transaction may throw what it
 * would have dealt with elsewhere. Its transaction is aborted then and nothing of it is seen, so a new thread can do all of
 * it again.
 */
final class Interruptions {

    private static final int MAX_CAUSES = 20;

    /** Kafka is away or slow; or it took this thread for dead, and another one has its place or its transaction. */
    private static final List<Class<? extends Exception>> PASSING = List.of(
            RetriableException.class,
            TaskMigratedException.class,
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            InvalidPidMappingException.class,
            OutOfOrderSequenceException.class,
            UnknownProducerIdException.class,
            TransactionAbortableException.class,
            TransactionAbortedException.class,
            UnknownServerException.class,
            FencedInstanceIdException.class);

    /** What would fail again, whoever tries: that a client gave up because of it does not make it pass. */
    private static final List<Class<? extends Exception>> LASTING = List.of(
            SerializationException.class,
            RecordTooLargeException.class,
            AuthorizationException.class,
            AuthenticationException.class,
            ConfigException.class);

    private Interruptions() {}

    /** Whether a new thread can go on where this one failed. */
    static boolean passes(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return causes.stream().noneMatch(cause -> isAny(LASTING, cause))
                && causes.stream().anyMatch(cause -> isAny(PASSING, cause) || isUntypedError(cause));
    }

    /** A broker that has just come back answers the end of a transaction with an error that has no type. */
    private static boolean isUntypedError(Throwable cause) {
        return cause.getClass() == KafkaException.class;
    }

    private static boolean isAny(List<Class<? extends Exception>> types, Throwable cause) {
        return types.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
    }
}

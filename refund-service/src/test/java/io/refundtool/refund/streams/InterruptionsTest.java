package io.refundtool.refund.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptionsTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new TimeoutException("Timeout expired after 60000ms while awaiting InitProducerId"),
                new StreamsException("committing failed", new TimeoutException("away")),
                new StreamsException("sending failed", new KafkaException(new InvalidProducerEpochException("fenced"))),
                new StreamsException("sending failed", new ProducerFencedException("fenced")),
                new StreamsException("sending failed", new InvalidPidMappingException("expired")),
                new StreamsException(
                        "Error encountered trying to commit a transaction",
                        new InvalidTxnStateException(
                                "The producer attempted a transactional operation in an invalid state.")),
                new StreamsException(
                        "Error encountered trying to commit a transaction",
                        new KafkaException("Unhandled error in EndTxnResponse: The server experienced an unexpected"
                                + " error when processing the request.")),
                new TaskMigratedException("moved", new KafkaException("fenced")));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new StreamsException("Exception caught in process. taskId=0_1", new NullPointerException("a bug")),
                new StreamsException("sending failed", new RecordTooLargeException("5 MiB")),
                new StreamsException("sending failed", new KafkaException(new RecordTooLargeException("5 MiB"))),
                new StreamsException("serializing failed", new SerializationException("a bug")),
                new ProcessorStateException("the disk is full"),
                new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void shouldLetANewThreadGoOnWhereKafkaWasAwayOrTookTheThreadForDead(Throwable failure) {
        assertThat(Interruptions.passes(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void shouldNotTryAgainWhatWouldFailAgain(Throwable failure) {
        assertThat(Interruptions.passes(failure)).isFalse();
    }
}

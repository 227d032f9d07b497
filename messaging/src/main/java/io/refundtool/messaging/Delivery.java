package io.refundtool.messaging;

/** What became of one record that was to be written. */
public sealed interface Delivery {

    /** All in-sync replicas have it. */
    record Acknowledged(int partition, long offset) implements Delivery {}

    /**
     * Kafka did not acknowledge it in time, or refused it. It may be in the log all the same.
     *
     * @param cause for the log
     */
    record Failed(Exception cause) implements Delivery {}

    /**
     * The producer could not take it, since Kafka is away or the send buffer is full. It is not in the log.
     *
     * @param cause for the log
     */
    record NotTaken(Exception cause) implements Delivery {}

    /** A record before it could not be taken, so it was not sent. It is not in the log. */
    record NotSent() implements Delivery {}
}

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

    /** A record before it had failed already, so it was not sent. */
    record NotSent() implements Delivery {}
}

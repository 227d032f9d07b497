package io.refundtool.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that waits.
 *
 * @param position its place among all that wait
 * @param orderId whose order it keeps; for a record whose key names no order, its own id
 * @param attempts how often it has failed already
 * @param seen whether it is among the remembered events, so that it must not be taken for a repetition of itself
 * @param record as it came, from the place where it came from, with {@link DeadLetters#ATTEMPT} among its headers
 */
public record WaitingEvent(
        long position, String orderId, int attempts, boolean seen, ConsumerRecord<byte[], byte[]> record) {}

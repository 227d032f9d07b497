package io.refundtool.messaging;

import io.refundtool.events.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event and the record it came in.
 *
 * @param envelope the event, checked against topic and key
 * @param record for its topic, partition, offset and headers
 */
public record ReceivedEvent(Envelope<?> envelope, ConsumerRecord<String, byte[]> record) {}

package io.refundtool.bus.publish;

import io.refundtool.events.Envelope;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event that may be written, as this record. */
record ReadyEvent(ValidEvent valid, Envelope<?> envelope, ProducerRecord<String, byte[]> record) {}

/** Reads refunds from Kafka and publishes what became of their receipts. */
@NullMarked
package io.refundtool.fiscalization.kafka;

import org.jspecify.annotations.NullMarked;

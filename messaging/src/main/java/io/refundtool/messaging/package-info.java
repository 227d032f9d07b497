/**
 * How a service reads and writes events on Kafka: the CloudEvents binding, topics, dead letters and the reading loop.
 */
@NullMarked
package io.refundtool.messaging;

import org.jspecify.annotations.NullMarked;

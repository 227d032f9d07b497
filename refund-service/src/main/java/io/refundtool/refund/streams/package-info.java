/** The Kafka Streams shell of the state machine: the topology, its stores and its one processor. */
@NullMarked
package io.refundtool.refund.streams;

import org.jspecify.annotations.NullMarked;

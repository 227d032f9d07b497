/** The network between a service and Kafka, which can be cut. */
@NullMarked
package io.refundtool.reliability.network;

import org.jspecify.annotations.NullMarked;

/** Renders what Strimzi makes in Kafka: the topics, and the users with what each may do. */
@NullMarked
package io.refundtool.specs.generator.kubernetes;

import org.jspecify.annotations.NullMarked;

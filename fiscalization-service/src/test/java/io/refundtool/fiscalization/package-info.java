/** The service as a whole: real Kafka, real PostgreSQL, and a stub that speaks ATOL Online's protocol. */
@NullMarked
package io.refundtool.fiscalization;

import org.jspecify.annotations.NullMarked;

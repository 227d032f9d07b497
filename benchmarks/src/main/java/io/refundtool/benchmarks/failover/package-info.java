/** How long refunds and reads wait when instances of refund-service die, stop and come. */
@NullMarked
package io.refundtool.benchmarks.failover;

import org.jspecify.annotations.NullMarked;

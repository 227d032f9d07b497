/** Publishing through the gateway beside producing to the same broker without it, in one run. */
@NullMarked
package io.refundtool.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;

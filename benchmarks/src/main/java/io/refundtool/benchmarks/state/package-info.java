/** How large the state of the state machine may become, and what that costs. */
@NullMarked
package io.refundtool.benchmarks.state;

import org.jspecify.annotations.NullMarked;

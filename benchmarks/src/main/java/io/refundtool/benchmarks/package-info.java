/** Benchmarks of the state machine. */
@NullMarked
package io.refundtool.benchmarks;

import org.jspecify.annotations.NullMarked;

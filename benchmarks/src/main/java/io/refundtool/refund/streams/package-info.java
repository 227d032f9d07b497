/** Benchmarks of what is stored, beside what they measure. */
@NullMarked
package io.refundtool.refund.streams;

import org.jspecify.annotations.NullMarked;

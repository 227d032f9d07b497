/** How fast the state is made anew from the topics. */
@NullMarked
package io.refundtool.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;

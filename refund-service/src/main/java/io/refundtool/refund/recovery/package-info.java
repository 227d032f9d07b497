/** Whether what is stored follows from what was read, and how to make it anew: replay, compare, rebuild, reset. */
@NullMarked
package io.refundtool.refund.recovery;

import org.jspecify.annotations.NullMarked;

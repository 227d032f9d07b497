/** The state made anew from the source topics, with what follows compared with what was published. */
@NullMarked
package io.refundtool.refund.recovery.rebuild;

import org.jspecify.annotations.NullMarked;

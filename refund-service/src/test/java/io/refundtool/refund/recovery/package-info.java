/** Whether differences are found, and none where there is none. */
@NullMarked
package io.refundtool.refund.recovery;

import org.jspecify.annotations.NullMarked;

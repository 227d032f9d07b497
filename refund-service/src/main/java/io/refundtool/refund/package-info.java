/** The refund state machine as a service. */
@NullMarked
package io.refundtool.refund;

import org.jspecify.annotations.NullMarked;

/** Offsets of topics and groups: where they are, and how a group's are set. */
@NullMarked
package io.refundtool.refund.recovery.offsets;

import org.jspecify.annotations.NullMarked;

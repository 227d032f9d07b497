/** One round: load, faults, quiet, audit, and how long refunds stood still. */
@NullMarked
package io.refundtool.reliability.round;

import org.jspecify.annotations.NullMarked;

/** Rounds of faults on the running system: kills, pauses, cuts, and an audit after each. */
@NullMarked
package io.refundtool.reliability;

import org.jspecify.annotations.NullMarked;

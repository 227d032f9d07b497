/** What goes wrong in a round: chosen by a seed, and the same whenever it is chosen again. */
@NullMarked
package io.refundtool.reliability.faults;

import org.jspecify.annotations.NullMarked;

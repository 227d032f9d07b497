/** What goes wrong in a run and when: chosen by kind, rate and seed, and the same whenever it is chosen again. */
@NullMarked
package io.refundtool.sandbox.faults;

import org.jspecify.annotations.NullMarked;

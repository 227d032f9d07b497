/** Processes that can be killed, paused and started again, and that never outlive the harness. */
@NullMarked
package io.refundtool.reliability.process;

import org.jspecify.annotations.NullMarked;

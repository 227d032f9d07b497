/** The command line of recovery. */
@NullMarked
package io.refundtool.refund.recovery.command;

import org.jspecify.annotations.NullMarked;

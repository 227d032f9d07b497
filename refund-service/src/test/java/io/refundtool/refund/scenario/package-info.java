/** Scenarios as testers write them: the format, its reader and writer, and how one is played on a machine. */
@NullMarked
package io.refundtool.refund.scenario;

import org.jspecify.annotations.NullMarked;

/** Tells customers what became of their refunds: one message for a refund and status, and a log of every delivery. */
@NullMarked
package io.refundtool.notifications;

import org.jspecify.annotations.NullMarked;

/** Compares every ledger and topic at the end of a run, and names the refund wherever two disagree. */
@NullMarked
package io.refundtool.sandbox.audit;

import org.jspecify.annotations.NullMarked;

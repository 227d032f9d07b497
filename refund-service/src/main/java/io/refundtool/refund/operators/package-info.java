/** Operators' decisions: from a request to an event in their topic, and what became of each. */
@NullMarked
package io.refundtool.refund.operators;

import org.jspecify.annotations.NullMarked;

/** The refund state machine: pure functions over an order's state and the events about it. */
@NullMarked
package io.refundtool.refund.domain;

import org.jspecify.annotations.NullMarked;

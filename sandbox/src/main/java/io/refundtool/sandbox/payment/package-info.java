/** A simulated Payment: it pays each part of an approved refund once and says so through the events bus. */
@NullMarked
package io.refundtool.sandbox.payment;

import org.jspecify.annotations.NullMarked;

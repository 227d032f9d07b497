/** Updates of all refunds as they happen, for whoever listens, at any instance. */
@NullMarked
package io.refundtool.refund.updates;

import org.jspecify.annotations.NullMarked;

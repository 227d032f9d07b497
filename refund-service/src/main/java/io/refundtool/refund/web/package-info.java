/** REST: an order, its refunds and its events from the state stores; searching from the read model. */
@NullMarked
package io.refundtool.refund.web;

import org.jspecify.annotations.NullMarked;

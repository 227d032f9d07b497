/** Interactive queries: what the state stores know of an order. */
@NullMarked
package io.refundtool.refund.query;

import org.jspecify.annotations.NullMarked;

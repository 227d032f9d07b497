/** Interactive queries: what the state stores know of an order, on whichever instance they are. */
@NullMarked
package io.refundtool.refund.query;

import org.jspecify.annotations.NullMarked;

/** The PostgreSQL projection of refund updates, for searching over all orders. */
@NullMarked
package io.refundtool.refund.readmodel;

import org.jspecify.annotations.NullMarked;

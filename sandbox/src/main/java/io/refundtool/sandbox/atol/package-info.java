/** A simulated ATOL Online with a cash register behind it, spoken to over its HTTP protocol. */
@NullMarked
package io.refundtool.sandbox.atol;

import org.jspecify.annotations.NullMarked;

/** ATOL Online: its HTTP protocol as a client, and the endpoint of its callbacks. */
@NullMarked
package io.refundtool.fiscalization.atol;

import org.jspecify.annotations.NullMarked;

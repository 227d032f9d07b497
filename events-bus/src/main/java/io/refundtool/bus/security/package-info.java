/** Who calls the gateway, what a caller may write, and how much of it. */
@NullMarked
package io.refundtool.bus.security;

import org.jspecify.annotations.NullMarked;

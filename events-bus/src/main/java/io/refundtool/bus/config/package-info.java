/** The gateway's settings and what is made from them at start. */
@NullMarked
package io.refundtool.bus.config;

import org.jspecify.annotations.NullMarked;

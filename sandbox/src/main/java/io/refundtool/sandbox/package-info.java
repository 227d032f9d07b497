/** The whole system on one machine, from one command. */
@NullMarked
package io.refundtool.sandbox;

import org.jspecify.annotations.NullMarked;

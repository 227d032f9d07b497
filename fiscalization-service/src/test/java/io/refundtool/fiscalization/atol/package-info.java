/** The protocol of ATOL Online, against a scripted stub. */
@NullMarked
package io.refundtool.fiscalization.atol;

import org.jspecify.annotations.NullMarked;

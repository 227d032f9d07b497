/** Where refunds come from: a shop's own export, or a built-in catalogue. */
@NullMarked
package io.refundtool.sandbox.feed;

import org.jspecify.annotations.NullMarked;

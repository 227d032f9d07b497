/** How simulators and the audit read topics. */
@NullMarked
package io.refundtool.sandbox.topic;

import org.jspecify.annotations.NullMarked;

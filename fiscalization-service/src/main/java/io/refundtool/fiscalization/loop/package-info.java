/** Work that is repeated by a thread of its own until the service stops. */
@NullMarked
package io.refundtool.fiscalization.loop;

import org.jspecify.annotations.NullMarked;

/** How simulators write: through the events bus and in no other way. */
@NullMarked
package io.refundtool.sandbox.gateway;

import org.jspecify.annotations.NullMarked;

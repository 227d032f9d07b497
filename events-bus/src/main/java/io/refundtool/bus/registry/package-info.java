/** Which event types the gateway knows, which of them it writes, and their schemas. */
@NullMarked
package io.refundtool.bus.registry;

import org.jspecify.annotations.NullMarked;

/** From the bytes of a batch to records in the log: reading, checking, enriching, writing. */
@NullMarked
package io.refundtool.bus.publish;

import org.jspecify.annotations.NullMarked;

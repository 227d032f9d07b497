/** Reads and writes the JSON of events as a stream of tokens; an implementation detail of {@code EventCodec}. */
@NullMarked
package io.refundtool.events.json;

import org.jspecify.annotations.NullMarked;

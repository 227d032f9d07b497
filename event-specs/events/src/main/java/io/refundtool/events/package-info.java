/** The facts that the systems tell each other: events, the topics that hold them, and how they are read and written. */
@NullMarked
package io.refundtool.events;

import org.jspecify.annotations.NullMarked;

/** What the gateway tells of itself: the registry of event types for programs and for people, and its documents. */
@NullMarked
package io.refundtool.bus.pages;

import org.jspecify.annotations.NullMarked;

// Generated from the specs: change topics.yaml, not this file.
/** The events of Shop. */
@NullMarked
package io.refundtool.events.shop;

import org.jspecify.annotations.NullMarked;

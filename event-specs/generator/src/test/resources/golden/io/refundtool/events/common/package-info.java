// Generated from the specs: change common/types.v1.yaml, not this file.
/** What several events have in common. */
@NullMarked
package io.refundtool.events.common;

import org.jspecify.annotations.NullMarked;

/** From an announced status to a settled delivery: accepting, sending, recording, giving up. */
@NullMarked
package io.refundtool.notifications.application;

import org.jspecify.annotations.NullMarked;

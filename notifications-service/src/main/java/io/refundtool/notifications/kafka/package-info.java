/** What this service publishes, in the events' own form. */
@NullMarked
package io.refundtool.notifications.kafka;

import org.jspecify.annotations.NullMarked;

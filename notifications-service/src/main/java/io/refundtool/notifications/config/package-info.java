/** How the service is put together, and its settings. */
@NullMarked
package io.refundtool.notifications.config;

import org.jspecify.annotations.NullMarked;

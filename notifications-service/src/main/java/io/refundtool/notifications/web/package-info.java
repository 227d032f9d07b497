/** The delivery log over HTTP. */
@NullMarked
package io.refundtool.notifications.web;

import org.jspecify.annotations.NullMarked;

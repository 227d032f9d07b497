/** Turns a notice into words: FreeMarker templates by language, with overrides by country. */
@NullMarked
package io.refundtool.notifications.template;

import org.jspecify.annotations.NullMarked;

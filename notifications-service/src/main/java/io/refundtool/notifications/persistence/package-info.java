/** The delivery log in PostgreSQL: what is to be sent, what was sent, and every answer. */
@NullMarked
package io.refundtool.notifications.persistence;

import org.jspecify.annotations.NullMarked;

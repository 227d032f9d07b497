/** The channels a message can take: the interface of a provider, and e-mail over SMTP. */
@NullMarked
package io.refundtool.notifications.channel;

import org.jspecify.annotations.NullMarked;

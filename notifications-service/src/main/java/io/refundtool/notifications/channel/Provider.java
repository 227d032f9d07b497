package io.refundtool.notifications.channel;

import io.refundtool.events.common.Channel;

/**
 * Somebody who carries messages over one channel. E-mail over SMTP is built in; SMS and push are added by declaring a
 * bean of this type and naming the channel in {@code refundtool.notifications.channels}.
 */
public interface Provider {

    Channel channel();

    /** A way to the provider for one thread. Opening it does not talk to the provider yet. */
    ProviderLine open();
}

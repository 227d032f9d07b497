package io.refundtool.notifications.flow;

import io.refundtool.events.common.Channel;
import io.refundtool.notifications.channel.OutgoingMessage;
import io.refundtool.notifications.channel.Provider;
import io.refundtool.notifications.channel.ProviderLine;
import io.refundtool.notifications.domain.Answer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider of short messages that takes everything and remembers it. */
final class RecordingSms implements Provider {
    final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public ProviderLine open() {
        return new ProviderLine() {
            @Override
            public Answer send(OutgoingMessage message) {
                taken.add(message);
                return new Answer.Taken("sms-" + message.key().orderId(), "ok");
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}

package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.Recipient;
import io.refundtool.notifications.template.RenderedMessage;

/**
 * A message on its way. The key is the same each time the message is sent again: a provider that knows idempotency keys
 * should be given it. Channels for short texts (SMS, push) use the subject, which is a sentence of its own.
 */
public record OutgoingMessage(DeliveryKey key, Recipient recipient, RenderedMessage message) {

    /** Names the delivery only, since the rest is personal data. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + key + "]";
    }
}

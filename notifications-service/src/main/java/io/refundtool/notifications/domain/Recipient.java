package io.refundtool.notifications.domain;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Customer;
import java.util.Optional;

/**
 * Where a message goes: an e-mail address, a phone number or, for push, the customer's id.
 *
 * <p>The address is personal data: it is kept until the message is settled, and never logged. {@link #toString()} and
 * the delivery log show it masked.
 */
public record Recipient(Channel channel, String address) {
    private static final int SHOWN_DIGITS = 2;

    /** The customer's address on that channel, if the customer has one. */
    public static Optional<Recipient> of(Channel channel, Customer customer) {
        String address = switch (channel) {
            case EMAIL -> customer.email();
            case SMS -> customer.phone();
            case PUSH -> customer.customerId();
        };
        return Optional.ofNullable(address).map(known -> new Recipient(channel, known));
    }

    /** Enough for support to recognise an address the customer names, too little to write to it. */
    public String masked() {
        return switch (channel) {
            case EMAIL -> maskedEmail();
            case SMS -> "…" + address.substring(Math.max(0, address.length() - SHOWN_DIGITS));
            case PUSH -> "…";
        };
    }

    private String maskedEmail() {
        int at = address.lastIndexOf('@');
        int first = address.offsetByCodePoints(0, 1);
        return at < first ? "…" : address.substring(0, first) + "…" + address.substring(at);
    }

    @Override
    public String toString() {
        return channel.wire() + ":" + masked();
    }
}

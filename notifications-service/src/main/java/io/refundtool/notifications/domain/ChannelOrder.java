package io.refundtool.notifications.domain;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Customer;
import java.util.List;
import java.util.Optional;

/**
 * The fallback order: the channels a message is tried on, first to last. It holds only channels that have a provider,
 * and a customer is reached on those for which the customer has an address.
 */
public record ChannelOrder(List<Channel> channels) {
    public ChannelOrder {
        channels = List.copyOf(channels);
        if (channels.stream().distinct().count() != channels.size()) {
            throw new IllegalArgumentException(
                    "Expected every channel once in the fallback order, but got " + channels);
        }
    }

    /** The first channel that reaches this customer. */
    public Optional<Recipient> first(Customer customer) {
        return from(0, customer);
    }

    /** The next channel after one that did not reach this customer. A channel is never tried a second time. */
    public Optional<Recipient> after(Channel failed, Customer customer) {
        int position = channels.indexOf(failed);
        return position < 0 ? Optional.empty() : from(position + 1, customer);
    }

    private Optional<Recipient> from(int position, Customer customer) {
        return channels.stream()
                .skip(position)
                .flatMap(channel -> Recipient.of(channel, customer).stream())
                .findFirst();
    }
}

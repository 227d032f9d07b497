package io.refundtool.notifications.config;

import io.refundtool.events.common.Channel;
import io.refundtool.notifications.channel.Provider;
import java.util.List;

/** Finds the provider of each channel in use. */
final class ProviderChoice {
    private ProviderChoice() {}

    static List<Provider> inUse(List<Provider> providers, List<Channel> channels) {
        return channels.stream().map(channel -> of(channel, providers)).toList();
    }

    private static Provider of(Channel channel, List<Provider> providers) {
        List<Provider> found =
                providers.stream().filter(it -> it.channel() == channel).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "Expected one provider for channel %s, which refundtool.notifications.channels names, but there are %d"
                            .formatted(channel.wire(), found.size()));
        }
        return found.getFirst();
    }
}

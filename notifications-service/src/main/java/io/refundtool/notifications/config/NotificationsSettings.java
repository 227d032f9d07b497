package io.refundtool.notifications.config;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.notifications.application.SendingLimits;
import io.refundtool.notifications.domain.ChannelOrder;
import io.refundtool.notifications.domain.LanguageChoice;
import io.refundtool.notifications.domain.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a shop decides about its messages.
 *
 * @param shop the name below every message
 * @param channels the fallback order; each needs a provider
 * @param templates a directory whose templates come before the built-in ones; looked at again every few seconds
 * @param languages the usual language of a country, for customers whose language is not known
 * @param defaultLanguage for every other country
 * @param keepDays how long the log keeps a settled delivery, for whoever asks what a customer was told. It may be shorter
 *     than the 1,095 days for which the topic keeps the event: ids of events are kept for longer than that
 */
@ConfigurationProperties("refundtool.notifications")
public record NotificationsSettings(
        String shop,
        @DefaultValue("email") List<Channel> channels,
        @Nullable Path templates,
        @DefaultValue Map<Country, String> languages,
        @DefaultValue("en") String defaultLanguage,
        @DefaultValue Retry retry,
        @DefaultValue SendingLimits sending,
        @DefaultValue("400") int keepDays) {
    private static final int SHORTEST_KEEPING_DAYS = 120;

    public NotificationsSettings {
        if (keepDays < SHORTEST_KEEPING_DAYS) {
            throw new IllegalArgumentException("Expected refundtool.notifications.keep-days to be at least "
                    + SHORTEST_KEEPING_DAYS + ", or nobody could tell what a customer was told, but it is " + keepDays);
        }
    }

    /** See {@link RetryPolicy}. */
    public record Retry(
            @DefaultValue("12") int maxAttempts,
            @DefaultValue("1s") Duration firstPause,
            @DefaultValue("5m") Duration longestPause,
            @DefaultValue("24h") Duration giveUpAfter) {

        RetryPolicy policy() {
            return new RetryPolicy(maxAttempts, firstPause, longestPause, giveUpAfter);
        }
    }

    ChannelOrder order() {
        return new ChannelOrder(channels);
    }

    LanguageChoice languageChoice() {
        return new LanguageChoice(languages, defaultLanguage);
    }
}

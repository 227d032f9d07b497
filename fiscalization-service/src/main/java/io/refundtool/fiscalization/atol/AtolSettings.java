package io.refundtool.fiscalization.atol;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How to reach ATOL Online.
 *
 * @param baseUrl with the protocol's version, such as {@code https://online.atol.ru/possystem/v5}
 * @param groupCode the group of cash registers
 * @param callbackUrl where ATOL Online tells results, at most {@value #MAX_CALLBACK_URL} characters; null or blank to poll only
 * @param zone the cash registers' time zone, in which receipts' times are written and read
 * @param connectTimeout limit for a connection
 * @param requestTimeout limit for a whole request
 * @param tokenLifetime how long a token is used; ATOL Online gives it 24 hours
 * @param receiptsPerSecond limit of registrations for the group, by this instance
 * @param breakerFailures how many of the last requests may fail before sending pauses, in percent
 * @param breakerWindow the number of last requests that are looked at
 * @param breakerPause how long sending pauses then
 */
public record AtolSettings(
        URI baseUrl,
        String groupCode,
        String login,
        String password,
        @Nullable String callbackUrl,
        ZoneId zone,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration tokenLifetime,
        int receiptsPerSecond,
        int breakerFailures,
        int breakerWindow,
        Duration breakerPause) {
    public static final int MAX_CALLBACK_URL = 256;

    public AtolSettings {
        callbackUrl = callbackUrl == null || callbackUrl.isBlank() ? null : callbackUrl;
        if (callbackUrl != null && callbackUrl.length() > MAX_CALLBACK_URL) {
            throw new IllegalArgumentException("Expected the callback URL to have at most %d characters, but it has %d"
                    .formatted(MAX_CALLBACK_URL, callbackUrl.length()));
        }
        if (receiptsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "Expected at least 1 receipt per second to be allowed, but it is " + receiptsPerSecond);
        }
        if (!groupCode.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "Expected the group code to be letters, digits, '.', '_' and '-', but it is '%s'"
                            .formatted(groupCode));
        }
    }

    URI path(String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    @Override
    public String toString() {
        return "AtolSettings[" + baseUrl + ", " + groupCode + "]";
    }
}

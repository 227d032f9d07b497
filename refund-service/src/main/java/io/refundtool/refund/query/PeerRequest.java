package io.refundtool.refund.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What another instance is asked.
 *
 * @param pathAndQuery encoded, as it stands in the request line
 * @param traceparent of whoever asks
 */
public record PeerRequest(String pathAndQuery, @Nullable String traceparent) {

    /** A path whose variables are given in turn, for each {@code %s}; they are encoded here. */
    public static PeerRequest path(String pattern, String... variables) {
        Object[] encoded = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            encoded[i] = URLEncoder.encode(variables[i], StandardCharsets.UTF_8).replace("+", "%20");
        }
        return new PeerRequest(pattern.formatted(encoded), null);
    }
}

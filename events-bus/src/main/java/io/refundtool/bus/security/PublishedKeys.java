package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/** The keys that an issuer publishes at a URL, kept for a while and fetched again when a token names another one. */
final class PublishedKeys implements ResourceRetriever {

    private static final Duration KEPT = Duration.ofMinutes(5);

    /** While the issuer is away its last keys are good for so long. */
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(1);

    /** Tokens that name keys of nobody must not become requests to the issuer: two fetches in this time at most. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    private static final Duration FETCH_LIMIT = Duration.ofSeconds(15);
    private static final int CONNECT_LIMIT_MS = 2_000;
    private static final int READ_LIMIT_MS = 5_000;
    private static final int MAX_BYTES = 256 * 1_024;

    private final ResourceRetriever http = new DefaultResourceRetriever(CONNECT_LIMIT_MS, READ_LIMIT_MS, MAX_BYTES);
    private final URL url;
    private volatile boolean fetched;

    PublishedKeys(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw new IllegalArgumentException(url);
            }
            this.url = uri.toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new UnusableSecurityException(
                    "Expected refundtool.bus.security.jwks-url to be a URL of http or https, but it is " + url);
        }
    }

    JWKSource<SecurityContext> source() {
        return JWKSourceBuilder.create(url, this)
                .cache(KEPT.toMillis(), FETCH_LIMIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
                .build();
    }

    /** Whether the issuer has ever answered. */
    boolean fetched() {
        return fetched;
    }

    @Override
    public Resource retrieveResource(URL from) throws IOException {
        Resource resource = http.retrieveResource(from);
        fetched = true;
        return resource;
    }
}

package io.refundtool.bus.security;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens the gateway takes, and how much their callers may send. Either {@code publicKeys} or {@code jwksUrl} has
 * to be there, never both.
 *
 * @param publicKeys each a file, or the text itself, of public keys in PEM or of a JWK set; RSA of at least 2,048 bits
 *     or EC. A key without a key id is tried for every token
 * @param jwksUrl where the issuer publishes its JWK set; read when a token comes, again every five minutes, and at once
 *     when a token names a key that is not known (at most twice in 30 s)
 * @param issuer what the claim {@code iss} has to be; not checked when empty
 * @param audience what the claim {@code aud} has to contain; not checked when empty
 * @param clockSkew how far the issuer's clock may be from this one; 0 to 5 minutes
 * @param algorithms the signatures that are taken: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512
 * @param callerClaim the claim that names the caller
 * @param writersClaim the claim that names the systems the caller speaks for: a text, or a list of texts
 * @param tokenMemory for how long a token that was checked is not checked again, never beyond its expiry; 0 to 5 minutes
 * @param openRegistry whether the pages about event types can be read without a token
 * @param limits of every caller that has none of its own
 * @param callers limits of single callers
 */
@ConfigurationProperties("refundtool.bus.security")
public record SecuritySettings(
        @DefaultValue List<String> publicKeys,
        @Nullable String jwksUrl,
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue({"RS256", "ES256"}) List<String> algorithms,
        @DefaultValue("sub") String callerClaim,
        @DefaultValue("writers") String writersClaim,
        @DefaultValue("10s") Duration tokenMemory,
        boolean openRegistry,
        @DefaultValue CallerLimits limits,
        @DefaultValue List<CallerSettings> callers) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    public SecuritySettings {
        publicKeys = publicKeys.stream().filter(key -> !key.isBlank()).toList();
        jwksUrl = emptyToNull(jwksUrl);
        issuer = emptyToNull(issuer);
        audience = emptyToNull(audience);
        if (publicKeys.isEmpty() == (jwksUrl == null)) {
            throw new UnusableSecurityException("Expected refundtool.bus.security to have either public-keys or a"
                    + " jwks-url, so that callers can be told apart, but it has "
                    + (jwksUrl == null ? "neither" : "both"));
        }
        upToFiveMinutes("clock-skew", clockSkew);
        upToFiveMinutes("token-memory", tokenMemory);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static void upToFiveMinutes(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new UnusableSecurityException(
                    "Expected refundtool.bus.security.%s to be between 0 and 5 minutes, but it is %s"
                            .formatted(name, value));
        }
    }
}

package io.refundtool.bus.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token with a good signature has to say: when it ends, who issued it and for whom (if that is configured), and
 * who the caller is. The first thing that is wrong is told.
 */
final class TokenChecks {

    /** RFC 7519 and RFC 9068; other kinds of token, such as those of OpenID logins, are not meant for callers. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final SecuritySettings settings;
    private final CallerReader callers;
    private final Clock clock;

    TokenChecks(SecuritySettings settings, CallerReader callers, Clock clock) {
        this.settings = settings;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws RefusedTokenException when the token proves nothing */
    void check(Jwt token) {
        checkType(token);
        checkTime(token);
        checkIssuer(token);
        callers.read(token);
    }

    private static void checkType(Jwt token) {
        Object type = token.getHeaders().get("typ");
        if (type != null && !TYPES.contains(type.toString().toLowerCase(Locale.ROOT))) {
            throw new RefusedTokenException(
                    RefusalReason.WRONG_TYPE, "Expected a token of type JWT or at+jwt, but it is of another type");
        }
    }

    private void checkTime(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        if (end == null) {
            throw new RefusedTokenException(
                    RefusalReason.NO_EXPIRY, "Expected a token that expires some time, but it has no exp");
        }
        if (!now.isBefore(end.plus(settings.clockSkew()))) {
            throw new RefusedTokenException(
                    RefusalReason.EXPIRED, "Expected a token that is still valid, but it expired at " + end);
        }
        Instant begin = token.getNotBefore();
        if (begin != null && now.isBefore(begin.minus(settings.clockSkew()))) {
            throw new RefusedTokenException(
                    RefusalReason.NOT_YET_VALID, "Expected a token that is valid already, but it begins at " + begin);
        }
    }

    private void checkIssuer(Jwt token) {
        if (!isAsConfigured(settings.issuer(), token.getClaimAsString("iss"))) {
            throw new RefusedTokenException(
                    RefusalReason.WRONG_ISSUER, "Expected a token of the configured issuer, but it is of another");
        }
        String audience = settings.audience();
        if (audience != null
                && !Objects.requireNonNullElse(token.getAudience(), Set.of()).contains(audience)) {
            throw new RefusedTokenException(
                    RefusalReason.WRONG_AUDIENCE, "Expected a token for this gateway, but its audience is another");
        }
    }

    private static boolean isAsConfigured(@Nullable String configured, @Nullable String claimed) {
        return configured == null || configured.equals(claimed);
    }
}

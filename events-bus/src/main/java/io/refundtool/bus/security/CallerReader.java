package io.refundtool.bus.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes the caller out of a token's claims and the settings. */
final class CallerReader implements Converter<Jwt, AbstractAuthenticationToken> {

    /** Readable in a log line, and fit for a header of Kafka and of HTTP. */
    private static final Pattern NAME = Pattern.compile("[!-~]{1,128}");

    private static final int MAX_WRITERS = 100;

    private final SecuritySettings settings;
    private final Map<String, CallerLimits> limits;

    CallerReader(SecuritySettings settings) {
        this.settings = settings;
        this.limits = HashMap.newHashMap(settings.callers().size());
        for (CallerSettings caller : settings.callers()) {
            if (limits.put(caller.name(), caller.over(settings.limits())) != null) {
                throw new UnusableSecurityException(
                        "Expected refundtool.bus.security.callers to name every caller once, but %s is there twice"
                                .formatted(caller.name()));
            }
        }
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, read(token), List.of());
    }

    /** @throws RefusedTokenException when the claims name no caller, or writers in no form that can be read */
    Caller read(Jwt token) {
        if (!(token.getClaims().get(settings.callerClaim()) instanceof String name)
                || !NAME.matcher(name).matches()) {
            throw new RefusedTokenException(
                    RefusalReason.NO_CALLER,
                    "Expected the claim %s to name the caller in 1 to 128 printable ASCII characters, but it does not"
                            .formatted(settings.callerClaim()));
        }
        return new Caller(
                name,
                writers(token.getClaims().get(settings.writersClaim())),
                limits.getOrDefault(name, settings.limits()));
    }

    private Set<String> writers(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case String writer -> Set.of(writer);
            case Collection<?> several when several.size() <= MAX_WRITERS -> texts(several);
            default -> throw badWriters();
        };
    }

    private Set<String> texts(Collection<?> several) {
        Set<String> writers = HashSet.newHashSet(several.size());
        for (Object writer : several) {
            if (!(writer instanceof String text)) {
                throw badWriters();
            }
            writers.add(text);
        }
        return writers;
    }

    private RefusedTokenException badWriters() {
        return new RefusedTokenException(
                RefusalReason.BAD_WRITERS,
                "Expected the claim %s to be a text or a list of at most %d texts, but it is not"
                        .formatted(settings.writersClaim(), MAX_WRITERS));
    }
}

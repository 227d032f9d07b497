package io.refundtool.bus.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tokens that were checked a moment ago: a caller sends the same one with every request, and a signature takes longer to
 * check than everything else of a small request. A token is forgotten at its expiry at the latest.
 */
final class TokenMemory {

    private static final int MAX_TOKENS = 2_000;

    private final Cache<String, Jwt> checked;
    private final Clock clock;

    /** @param kept for how long a token is not checked again; 0 for no memory */
    TokenMemory(Duration kept, Clock clock) {
        this.checked = Caffeine.newBuilder()
                .maximumSize(kept.isZero() ? 0 : MAX_TOKENS)
                .expireAfterWrite(kept)
                .build();
        this.clock = clock;
    }

    /** The token as it was checked, or as {@code check} reads it now; what that throws is not remembered. */
    Jwt get(String token, Function<String, Jwt> check) {
        String digest = digest(token);
        Jwt known = checked.getIfPresent(digest);
        if (known != null && isBefore(clock.instant(), known.getExpiresAt())) {
            return known;
        }
        Jwt read = check.apply(token);
        checked.put(digest, read);
        return read;
    }

    private static boolean isBefore(Instant now, @Nullable Instant end) {
        return end != null && now.isBefore(end);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

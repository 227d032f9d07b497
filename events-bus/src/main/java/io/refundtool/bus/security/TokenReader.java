package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Reads a token, or says in one sentence why it proves nothing. The sentences are made here and quote nothing of the
 * token: those of the libraries do, and would carry it into logs and answers.
 */
final class TokenReader implements JwtDecoder {

    private final JwtDecoder signatures;
    private final TokenChecks checks;
    private final TokenMemory memory;
    private final BooleanSupplier keysFetched;

    /**
     * A reader that remembers what it has read.
     *
     * @param signatures checks the signature and nothing else
     * @param keysFetched whether the issuer's keys were ever there
     */
    TokenReader(JwtDecoder signatures, TokenChecks checks, TokenMemory memory, BooleanSupplier keysFetched) {
        this.signatures = signatures;
        this.checks = checks;
        this.memory = memory;
        this.keysFetched = keysFetched;
    }

    @Override
    public Jwt decode(String token) {
        return memory.get(token, this::read);
    }

    private Jwt read(String token) {
        Jwt jwt = verified(token);
        checks.check(jwt);
        return jwt;
    }

    private Jwt verified(String token) {
        try {
            return signatures.decode(token);
        } catch (BadJwtException e) {
            throw refused(e.getCause());
        } catch (JwtException e) {
            throw e.getCause() instanceof RateLimitReachedException && keysFetched.getAsBoolean()
                    ? unknownKey()
                    : new RefusedTokenException(
                            RefusalReason.KEYS_AWAY,
                            "Expected the issuer's keys to be there to check the token, but they cannot be fetched");
        }
    }

    private static RefusedTokenException refused(@Nullable Throwable cause) {
        return switch (cause) {
            case null ->
                new RefusedTokenException(RefusalReason.UNSIGNED, "Expected a signed token, but it is unsigned");
            case BadJWSException _ ->
                new RefusedTokenException(
                        RefusalReason.BAD_SIGNATURE,
                        "Expected a token signed by a known key, but its signature is not of that key");
            case BadJOSEException _ -> unknownKey();
            default -> new RefusedTokenException(RefusalReason.GARBLED, "Expected a JWT, but it cannot be read as one");
        };
    }

    private static RefusedTokenException unknownKey() {
        return new RefusedTokenException(
                RefusalReason.UNKNOWN_KEY,
                "Expected a token signed by a known key with an algorithm that is allowed, but no such key fits it");
    }
}

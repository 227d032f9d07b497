package io.refundtool.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stands for the identity provider whose tokens the gateway takes. Its key pair is made anew for each instance and is in
 * memory alone, so there is no secret that somebody could find.
 */
public final class TokenIssuer {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ECKey keys;

    /** An issuer with a fresh key pair for ES256. */
    public TokenIssuer() {
        try {
            keys = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JWK set by which its tokens can be checked. */
    public String publicKeys() {
        return new JWKSet(keys.toPublicJWK()).toString();
    }

    /** The public key as {@code openssl pkey -pubout} would write it. */
    public String publicKeysAsPem() {
        try {
            byte[] encoded = keys.toECPublicKey().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                    .formatted(Base64.getMimeEncoder().encodeToString(encoded));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes a gateway take its tokens, as an argument of its command line. */
    public String gatewaySetting() {
        return "--refundtool.bus.security.public-keys[0]=" + publicKeys();
    }

    /**
     * A token for a caller that begins now and is good for {@link #LIFETIME}.
     *
     * @param writers the systems that the caller speaks for, as topics.yaml names them
     */
    public String token(String caller, Collection<String> writers) {
        return token(caller, writers, _ -> {});
    }

    /** A token in which claims are added to the usual ones or changed. */
    public String token(String caller, Collection<String> writers, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(caller)
                .claim("writers", List.copyOf(writers))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        change.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keys.getKeyID()).build(), claims.build());
        try {
            token.sign(new ECDSASigner(keys));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}

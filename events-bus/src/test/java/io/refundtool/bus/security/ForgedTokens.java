package io.refundtool.bus.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Tokens of somebody who has no key. */
final class ForgedTokens {

    private ForgedTokens() {}

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject("payment")
                .claim("writers", List.of("payment"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    /** {@code alg: none}. */
    static String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    /** Signed with the public key as if it were a shared secret: a library that believes {@code alg} falls for it. */
    static String signedWithThePublicKey(String publicKeys) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        try {
            token.sign(new MACSigner(publicKeys.getBytes(UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** A header that a library's complaint quotes, since what should be an address in it is none. */
    static String withAnAddressThatIsNone(String text) {
        String header = "{\"alg\": \"ES256\", \"jku\": \"%s\"}".formatted(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)) + ".e30.c2ln";
    }

    /** A good token whose claims somebody changed afterwards. */
    static String withOtherClaims(String good) {
        String[] parts = good.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String changed = claims.replace("payment", "bob");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(UTF_8)) + "."
                + parts[2];
    }
}

package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocks {@code -----BEGIN PUBLIC KEY-----}, as {@code openssl pkey -pubout} writes them. */
final class PemKeys {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String PUBLIC_KEY = "PUBLIC KEY";

    private PemKeys() {}

    static List<JWK> read(String place, String text) {
        List<JWK> keys = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (!block.group(1).equals(PUBLIC_KEY)) {
                throw new UnusableSecurityException(
                        "Expected %s to hold blocks of PUBLIC KEY only, but there is one of %s"
                                .formatted(place, block.group(1)));
            }
            keys.add(jwk(place, block.group(2)));
        }
        return keys;
    }

    private static JWK jwk(String place, String base64) {
        X509EncodedKeySpec encoded;
        try {
            encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new UnusableSecurityException("Expected %s to hold Base64, but it does not".formatted(place));
        }
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return jwk(KeyFactory.getInstance(algorithm).generatePublic(encoded));
            } catch (GeneralSecurityException | IllegalStateException e) {
                // of the other kind; of neither is told below
            }
        }
        throw new UnusableSecurityException(
                "Expected %s to hold RSA or EC keys (P-256, P-384, P-521), but one is neither".formatted(place));
    }

    private static JWK jwk(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> new RSAKey.Builder(rsa).build();
            case ECPublicKey ec -> new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
            default -> throw new IllegalStateException("Expected an RSA or EC key");
        };
    }
}

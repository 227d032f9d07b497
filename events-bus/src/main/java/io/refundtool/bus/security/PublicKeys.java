package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the public keys of the settings. Whatever cannot be a key that signs tokens is refused at start. */
final class PublicKeys {

    private static final String FILE_PREFIX = "file:";
    private static final int MIN_RSA_BITS = 2_048;

    private PublicKeys() {}

    /**
     * All keys, in the order of the settings.
     *
     * @throws UnusableSecurityException when one cannot be used; names the setting and the file
     */
    static List<JWK> read(List<String> sources) {
        List<JWK> keys = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String setting = "refundtool.bus.security.public-keys[%d]".formatted(i);
            String source = sources.get(i).strip();
            boolean inline = source.startsWith("{") || source.startsWith("-----BEGIN");
            String place = inline ? setting : "%s (%s)".formatted(setting, source);
            for (JWK key : parse(place, inline ? source : content(place, source))) {
                check(place, key);
                keys.add(key);
            }
        }
        return keys;
    }

    private static String content(String place, String source) {
        try {
            return Files.readString(
                            Path.of(source.startsWith(FILE_PREFIX) ? source.substring(FILE_PREFIX.length()) : source))
                    .strip();
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSecurityException("Expected %s to be a file that can be read, but it is not: %s"
                    .formatted(place, e.getClass().getSimpleName()));
        }
    }

    private static List<JWK> parse(String place, String text) {
        List<JWK> keys = text.startsWith("{") ? jwks(place, text) : PemKeys.read(place, text);
        if (keys.isEmpty()) {
            throw new UnusableSecurityException(
                    "Expected %s to hold public keys in PEM or a JWK set, but there is no key in it".formatted(place));
        }
        return keys;
    }

    private static List<JWK> jwks(String place, String text) {
        try {
            return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
        } catch (ParseException e) {
            throw new UnusableSecurityException(
                    "Expected %s to be a JWK set, but it cannot be read as one".formatted(place));
        }
    }

    private static void check(String place, JWK key) {
        if (!(key instanceof AsymmetricJWK)) {
            throw new UnusableSecurityException("Expected %s to hold public keys, but one is a shared secret (%s)"
                    .formatted(place, key.getKeyType()));
        }
        if (key.isPrivate()) {
            throw new UnusableSecurityException(
                    "Expected %s to hold public keys only, but one is private: it belongs to the issuer of tokens alone"
                            .formatted(place));
        }
        if (key instanceof RSAKey && key.size() < MIN_RSA_BITS) {
            throw new UnusableSecurityException("Expected %s to hold RSA keys of at least %d bits, but one has %d"
                    .formatted(place, MIN_RSA_BITS, key.size()));
        }
    }
}

package io.refundtool.bus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the settings in every form, and those that must not be taken. */
class PublicKeysTest {

    private static ECKey ec;
    private static RSAKey rsa;

    @TempDir
    private Path directory;

    @BeforeAll
    static void generate() throws Exception {
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        rsa = new RSAKeyGenerator(2_048).generate();
    }

    @Test
    void shouldReadPemAndJwkSetsFromFilesAndFromTheSettingItself() throws Exception {
        // given
        String pem = pem("PUBLIC KEY", rsa.toRSAPublicKey()) + pem("PUBLIC KEY", ec.toECPublicKey());
        String jwks = new JWKSet(List.of(ec.toPublicJWK(), rsa.toPublicJWK())).toString();
        Path pemFile = Files.writeString(directory.resolve("keys.pem"), pem);
        Path jwksFile = Files.writeString(directory.resolve("keys.json"), "\n" + jwks);

        // when // then
        assertThat(PublicKeys.read(List.of(pem))).hasSize(2);
        assertThat(PublicKeys.read(List.of(jwks))).hasSize(2);
        assertThat(PublicKeys.read(List.of(ec.toPublicJWK().toJSONString()))).hasSize(1);
        assertThat(PublicKeys.read(List.of(pemFile.toString(), "file:" + jwksFile)))
                .hasSize(4);
    }

    @Test
    void shouldRefuseAPrivateKeyBecauseItBelongsToTheIssuer() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("keys.json"), new JWKSet(ec).toString(false));

        // when // then
        assertRefused(file.toString(), "public-keys[0] (" + file + ")", "but one is private");
        assertRefused(pem("PRIVATE KEY", ec.toECPrivateKey()), "public-keys[0]", "there is one of PRIVATE KEY");
    }

    @Test
    void shouldRefuseWhatCannotBeTheKeyOfASignature() throws Exception {
        // given
        String secret = new OctetSequenceKeyGenerator(256).generate().toJSONString();
        KeyPairGenerator weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(1_024);
        Key dsa = KeyPairGenerator.getInstance("DSA").generateKeyPair().getPublic();

        // when // then
        assertRefused(secret, "shared secret");
        assertRefused(pem("PUBLIC KEY", weak.generateKeyPair().getPublic()), "at least 2048 bits, but one has 1024");
        assertRefused(pem("PUBLIC KEY", dsa), "but one is neither");
        assertRefused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "but one is neither");
        assertRefused("-----BEGIN PUBLIC KEY-----", "but there is no key in it");
        assertRefused("{\"keys\": []}", "but there is no key in it");
        assertRefused("{\"keys\": 7", "but it cannot be read as one");
        assertRefused("/nowhere/keys.pem", "to be a file that can be read", "NoSuchFileException");
    }

    private static void assertRefused(String source, String... parts) {
        assertThatThrownBy(() -> PublicKeys.read(List.of(source)))
                .isInstanceOf(UnusableSecurityException.class)
                .hasMessageStartingWith("Expected refundtool.bus.security.public-keys[0]")
                .hasMessageContainingAll(parts);
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }
}

package io.refundtool.bus.security;

import com.nimbusds.jwt.JWTClaimsSet;
import io.refundtool.embedded.TokenIssuer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A token that must not let anybody in.
 *
 * @param reason how the metric counts it
 * @param expected what the detail of the answer has to contain
 */
record BadToken(String name, String token, String reason, String expected) {

    /** What a token may hold, and nobody may see in a log or in an answer. */
    static final String CONTENT = "s3cret of a token";

    static Stream<BadToken> all(TokenIssuer issuer) {
        return Stream.concat(forged(issuer), honest(issuer));
    }

    private static Stream<BadToken> forged(TokenIssuer issuer) {
        String good = issuer.token("payment", List.of("payment"), AuthenticationTest::asConfigured);
        return Stream.of(
                new BadToken("unsigned", ForgedTokens.unsigned(), "unsigned", "but it is unsigned"),
                new BadToken(
                        "the public key as a secret",
                        ForgedTokens.signedWithThePublicKey(issuer.publicKeys()),
                        "unknown-key",
                        "no such key fits it"),
                new BadToken(
                        "key of nobody",
                        new TokenIssuer().token("payment", List.of("payment"), AuthenticationTest::asConfigured),
                        "unknown-key",
                        "no such key fits it"),
                new BadToken("other claims", ForgedTokens.withOtherClaims(good), "bad-signature", "is not of that key"),
                new BadToken("cut off", good.substring(0, good.lastIndexOf('.')), "garbled", "cannot be read as one"),
                new BadToken(
                        "an address that is none",
                        ForgedTokens.withAnAddressThatIsNone(CONTENT),
                        "garbled",
                        "cannot be read as one"),
                new BadToken("one word", "sesame", "garbled", "cannot be read as one"),
                new BadToken("three words", "open.sesame.please", "garbled", "cannot be read as one"));
    }

    private static Stream<BadToken> honest(TokenIssuer issuer) {
        Instant now = Instant.now();
        return Stream.of(
                of(
                        issuer,
                        "expired",
                        claims -> claims.issueTime(Date.from(now.minusSeconds(7_200)))
                                .expirationTime(Date.from(now.minusSeconds(3_600))),
                        "expired",
                        "but it expired at"),
                of(issuer, "without end", claims -> claims.expirationTime(null), "no-expiry", "but it has no exp"),
                of(
                        issuer,
                        "of tomorrow",
                        claims -> claims.notBeforeTime(Date.from(now.plusSeconds(80_000))),
                        "not-yet-valid",
                        "but it begins at"),
                of(
                        issuer,
                        "of another issuer",
                        claims -> claims.issuer("https://else.example.org"),
                        "wrong-issuer",
                        "but it is of another"),
                of(issuer, "of no issuer", claims -> claims.issuer(null), "wrong-issuer", "but it is of another"),
                of(
                        issuer,
                        "for somebody else",
                        claims -> claims.audience("else"),
                        "wrong-audience",
                        "its audience is another"),
                of(
                        issuer,
                        "for nobody",
                        claims -> claims.audience((String) null),
                        "wrong-audience",
                        "its audience is another"),
                of(issuer, "of nobody", claims -> claims.subject(null), "no-caller", "claim sub"),
                of(issuer, "of two lines", claims -> claims.subject("payment\nbob"), "no-caller", "claim sub"),
                of(issuer, "of a long name", claims -> claims.subject("p".repeat(129)), "no-caller", "claim sub"),
                of(issuer, "of writer 7", claims -> claims.claim("writers", 7), "bad-writers", "claim writers"),
                of(
                        issuer,
                        "of writers 7 and 8",
                        claims -> claims.claim("writers", List.of(7, 8)),
                        "bad-writers",
                        "claim writers"));
    }

    private static BadToken of(
            TokenIssuer issuer, String name, Consumer<JWTClaimsSet.Builder> change, String reason, String expected) {
        String token = issuer.token("payment", List.of("payment"), claims -> {
            AuthenticationTest.asConfigured(claims);
            change.accept(claims);
        });
        return new BadToken(name, token, reason, expected);
    }

    @Override
    public String toString() {
        return name;
    }
}

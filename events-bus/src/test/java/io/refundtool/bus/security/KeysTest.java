package io.refundtool.bus.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.embedded.TokenIssuer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that change: those an issuer publishes, and several in the settings. */
class KeysTest {

    private static final String NOTHING_REMEMBERED = "--refundtool.bus.security.token-memory=0";

    private final TokenIssuer first = new TokenIssuer();
    private final TokenIssuer second = new TokenIssuer();
    private final KeyServer server = new KeyServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldFetchTheIssuersKeysAgainWhenATokenNamesAnother() {
        // given
        server.publish(first.publicKeys());
        try (var gateway = gateway("--refundtool.bus.security.jwks-url=" + server.url())) {
            assertThat(get(gateway, first).status()).isEqualTo(200);
            assertThat(get(gateway, first).status()).isEqualTo(200);
            assertThat(server.requests()).isEqualTo(1);

            // when
            server.publish(second.publicKeys());

            // then
            assertThat(get(gateway, second).status()).isEqualTo(200);
            assertThat(get(gateway, first).status())
                    .as("the key that was taken back")
                    .isEqualTo(401);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void shouldNotAskTheIssuerForEveryTokenOfNobody() {
        // given
        server.publish(first.publicKeys());
        try (var gateway = gateway("--refundtool.bus.security.jwks-url=" + server.url())) {
            assertThat(get(gateway, first).status()).isEqualTo(200);

            // when
            for (int i = 0; i < 20; i++) {
                assertThat(get(gateway, new TokenIssuer()).status()).isEqualTo(401);
            }

            // then: a request each 30 s, and this may take long on a slow machine
            assertThat(server.requests()).isLessThan(10);
            assertThat(get(gateway, first).status()).isEqualTo(200);
        }
    }

    @Test
    void shouldStartWithoutTheIssuerAndSay503UntilItsKeysAreThere() {
        // given
        server.fail();
        try (var gateway = gateway("--refundtool.bus.security.jwks-url=" + server.url())) {
            // when
            Reply reply = get(gateway, first);

            // then
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("30");
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:keys-away");

            // when
            server.publish(first.publicKeys());

            // then
            assertThat(get(gateway, first).status()).isEqualTo(200);
        }
    }

    @Test
    void shouldTakeTokensOfEveryKeyOfTheSettings() {
        // given
        try (var gateway = gateway(
                "--refundtool.bus.security.public-keys[0]=" + first.publicKeys(),
                "--refundtool.bus.security.public-keys[1]=" + second.publicKeysAsPem())) {
            // when // then
            assertThat(get(gateway, first).status()).isEqualTo(200);
            assertThat(get(gateway, second).status())
                    .as("a key in PEM has no id, the token names one")
                    .isEqualTo(200);
            assertThat(get(gateway, new TokenIssuer()).status()).isEqualTo(401);
        }
    }

    private static RunningGateway gateway(String... settings) {
        return new RunningGateway(
                "localhost:1",
                Stream.concat(Stream.of(settings), Stream.of(NOTHING_REMEMBERED))
                        .toArray(String[]::new));
    }

    private static Reply get(RunningGateway gateway, TokenIssuer issuer) {
        return gateway.get("/event-types", "Authorization", "Bearer " + issuer.token("payment", List.of("payment")));
    }
}

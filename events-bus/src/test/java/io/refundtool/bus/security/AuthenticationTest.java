package io.refundtool.bus.security;

import static io.refundtool.bus.RunningGateway.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever cannot prove who they are is told so with 401, in the gateway's form of problems, and in no more detail. */
@ExtendWith(OutputCaptureExtension.class)
class AuthenticationTest {

    private static final String ISSUER_NAME = "https://issuer.example.org";
    private static final String AUDIENCE = "events-bus";
    private static final String CLOSED = "/event-types";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                "localhost:1",
                "--refundtool.bus.security.issuer=" + ISSUER_NAME,
                "--refundtool.bus.security.audience=" + AUDIENCE);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static void asConfigured(JWTClaimsSet.Builder claims) {
        claims.issuer(ISSUER_NAME).audience(List.of("else", AUDIENCE));
    }

    @Test
    void shouldLetInWhoeverHasAGoodToken() {
        // given
        String token = ISSUER.token("payment", List.of("payment"), AuthenticationTest::asConfigured);

        // when // then
        assertThat(gateway.get(CLOSED, "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
        assertThat(gateway.get(CLOSED, "Authorization", "bearer " + token).status())
                .isEqualTo(200);
    }

    @Test
    void shouldTakeATokenThatExpiredWithinTheClocksSkew() {
        // given
        String token = ISSUER.token("payment", List.of("payment"), claims -> {
            asConfigured(claims);
            claims.issueTime(Date.from(Instant.now().minusSeconds(60)));
            claims.expirationTime(Date.from(Instant.now()));
        });

        // when // then
        assertThat(gateway.get(CLOSED, "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
    }

    static Stream<BadToken> badTokens() {
        return BadToken.all(ISSUER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void shouldRefuseABadTokenAndKeepItToItself(BadToken bad, CapturedOutput output) {
        // given
        double before = refused(bad.reason());

        // when
        Reply reply = gateway.get(CLOSED, "Authorization", "Bearer " + bad.token());

        // then
        assertUnauthenticated(reply, bad.expected());
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("Bearer error=\"invalid_token\", error_description=\"Expected ")
                .contains(bad.expected());
        assertThat(output.getAll())
                .contains("Refused a request whose caller is not known: " + bad.reason())
                .doesNotContain(bad.token())
                .doesNotContain(bad.token().substring(bad.token().indexOf('.') + 1));
        assertThat(output.getAll() + reply.response().body() + reply.header("WWW-Authenticate"))
                .doesNotContain(BadToken.CONTENT);
        assertThat(refused(bad.reason())).isEqualTo(before + 1);
    }

    @Test
    void shouldAskForATokenWhereThereIsNone() {
        // when
        Reply reply =
                gateway.exchange(HttpRequest.newBuilder(gateway.uri(CLOSED)).build());

        // then
        assertUnauthenticated(reply, "but there is none");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void shouldTakeATokenFromNowhereButTheHeader() {
        // given
        String token = ISSUER.token("payment", List.of("payment"), AuthenticationTest::asConfigured);

        // when // then
        assertUnauthenticated(
                gateway.exchange(HttpRequest.newBuilder(gateway.uri(CLOSED + "?access_token=" + token))
                        .build()),
                "but there is none");
        assertUnauthenticated(gateway.get(CLOSED, "Authorization", "Basic cGF5bWVudDpwYXltZW50"), "but there is none");
        assertUnauthenticated(gateway.get(CLOSED, "Authorization", "Bearer " + token + " " + token), "cannot be read");
    }

    @Test
    void shouldRefuseAStrangeAddressAsAProblem() {
        // when
        Reply reply = gateway.get("/event-types;a=b");

        // then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:strange-request");
    }

    private static void assertUnauthenticated(Reply reply, String detail) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(401);
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:unauthenticated");
        assertThat(reply.json().path("detail").asString())
                .startsWith("Expected ")
                .contains(detail);
    }

    private static double refused(String reason) {
        String token = ISSUER.token("operator", List.of(), AuthenticationTest::asConfigured);
        Reply reply = gateway.get(
                "/actuator/metrics/refundtool.bus.refused?tag=reason:" + reason, "Authorization", "Bearer " + token);
        return reply.json().at("/measurements/0/value").asDouble();
    }
}

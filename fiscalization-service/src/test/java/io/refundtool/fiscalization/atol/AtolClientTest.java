package io.refundtool.fiscalization.atol;

import static io.refundtool.fiscalization.atol.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.refundtool.fiscalization.application.ReportRequest;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AtolClientTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final StubAtol atol = new StubAtol();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "test",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(4)
                    .build());
    private final AtolHttp http = new AtolHttp(settings(atol.baseUrl()));
    private final AtolClient client = client(1_000);

    @AfterEach
    void close() {
        http.close();
        atol.close();
    }

    @Test
    void shouldSendEachKindToItsOwnOperation() {
        // when
        client.register(request("refund-m-1-r1"));
        client.register(request(
                "correction-m-1-r1",
                FiscalOperation.SELL_REFUND_CORRECTION,
                CorrectionBasis.ofOurOwnAccord(LocalDate.of(2026, 3, 1))));
        client.register(request("reversal-m-1-r1", FiscalOperation.SELL, null));

        // then
        assertThat(atol.sent("m-1"))
                .containsExactly(
                        "sell_refund refund-m-1-r1",
                        "sell_refund_correction correction-m-1-r1",
                        "sell reversal-m-1-r1");
        assertThat(atol.registered()).hasSize(3);
    }

    @Test
    void shouldRenewARefusedTokenAndSendTheSameExternalId() {
        // given
        client.register(request("refund-m-1-r1"));
        atol.expireTokens();

        // when
        Answer answer = client.register(request("refund-m-2-r1")).answer();

        // then
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        assertThat(atol.tokensGiven()).isEqualTo(2);
        assertThat(atol.registered()).containsOnlyKeys("refund-m-1-r1", "refund-m-2-r1");
    }

    @Test
    void shouldShareOneTokenAmongRequests() {
        // when
        for (int number = 0; number < 5; number++) {
            client.register(request("refund-m-" + number + "-r1"));
        }

        // then
        assertThat(atol.tokensGiven()).isEqualTo(1);
    }

    @Test
    void shouldNotRepeatAReportWithinTheSameSecondAfterANewToken() {
        // given
        atol.next(new Step.AcceptSilently());
        Answer.Accepted accepted =
                (Answer.Accepted) client.register(request("refund-m-1-r1")).answer();
        atol.expireTokens();

        // when
        Answer first = client.report(report(accepted.uuid())).answer();
        Answer second = client.report(report(accepted.uuid())).answer();

        // then
        assertThat(first).isInstanceOf(Answer.Refused.class);
        assertThat(second).isInstanceOf(Answer.Done.class);
        assertThat(atol.reportsAsked()).isEqualTo(2);
    }

    @Test
    void shouldTakeAKnownExternalIdForAccepted() {
        // given
        Answer first = client.register(request("refund-m-1-r1")).answer();

        // when
        Answer again = client.register(request("refund-m-1-r1")).answer();

        // then
        assertThat(((Answer.AcceptedEarlier) again).uuid()).isEqualTo(((Answer.Accepted) first).uuid());
        assertThat(atol.registered()).hasSize(1);
    }

    @Test
    void shouldReadRefusedCredentialsAndNotAskForATokenEachTime() {
        // given
        atol.nextToken(AtolReplies.error(401, 12, "system"));

        // when
        Answer first = client.register(request("refund-m-1-r1")).answer();
        Answer second = client.register(request("refund-m-2-r1")).answer();
        boolean mended = client.credentialsAccepted();

        // then
        assertThat(List.of(first, second))
                .allMatch(answer -> answer instanceof Answer.Refused refused
                        && refused.error().code() == 12);
        assertThat(atol.registrations()).isEmpty();
        assertThat(mended).isTrue();
    }

    @Test
    void shouldNotTakeAnErrorOfTheReportForOneOfTheReceipt() {
        // given
        atol.nextReport(
                AtolReplies.error(500, 50, "system"),
                new Reply(
                        200,
                        "{\"uuid\": \"u\", \"status\": \"wait\", \"error\": " + AtolReplies.errorJson(34, "system")
                                + "}"),
                new Reply(
                        200,
                        "{\"uuid\": \"u\", \"status\": \"fail\", \"error\": " + AtolReplies.errorJson(1, "timeout")
                                + "}"),
                new Reply(502, "<html>Bad gateway</html>"));

        // when
        List<Class<?>> kinds = List.of(
                client.report(report("u")).answer().getClass(),
                client.report(report("u")).answer().getClass(),
                client.report(report("u")).answer().getClass(),
                client.report(report("u")).answer().getClass());

        // then
        assertThat(kinds)
                .containsExactly(
                        Answer.Refused.class, Answer.StillWaiting.class, Answer.Failed.class, Answer.Unanswered.class);
    }

    @Test
    void shouldStopAskingAServiceThatFails() {
        // given
        for (int failure = 0; failure < 4; failure++) {
            atol.next(new Step.Answer(AtolReplies.error(500, 50, "system")));
        }

        // when
        for (int number = 0; number < 4; number++) {
            client.register(request("refund-m-" + number + "-r1"));
        }
        Answer afterwards = client.register(request("refund-m-9-r1")).answer();

        // then
        assertThat(afterwards).isInstanceOf(Answer.NotSent.class);
        assertThat(client.reachable()).isFalse();
        assertThat(atol.registrations()).hasSize(4);
    }

    @Test
    void shouldNotCountARefusedReceiptAgainstTheService() {
        // given
        for (int refusal = 0; refusal < 6; refusal++) {
            atol.next(new Step.Answer(AtolReplies.error(400, 32, "system")));
        }

        // when
        for (int number = 0; number < 6; number++) {
            client.register(request("refund-m-" + number + "-r1"));
        }

        // then
        assertThat(client.reachable()).isTrue();
    }

    @Test
    void shouldNotSendMoreThanTheRateAllowsOfAllKindsTogether() {
        // given
        AtolClient slow = client(1);
        slow.register(request("refund-m-1-r1"));

        // when
        Answer second = slow.register(request("reversal-m-1-r1", FiscalOperation.SELL, null))
                .answer();

        // then
        assertThat(second).isInstanceOf(Answer.NotSent.class);
        assertThat(atol.registrations()).hasSize(1);
    }

    @Test
    void shouldTellSilenceFromAnAnswer() {
        // given
        atol.next(new Step.RegisterAndHangUp());

        // when
        Answer answer = client.register(request("refund-m-1-r1")).answer();

        // then
        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
    }

    private AtolClient client(int perPeriod) {
        RateLimiter rate = RateLimiter.of(
                "test",
                RateLimiterConfig.custom()
                        .limitForPeriod(perPeriod)
                        .limitRefreshPeriod(Duration.ofMinutes(10))
                        .timeoutDuration(Duration.ZERO)
                        .build());
        return new AtolClient(http, settings(atol.baseUrl()), breaker, rate, new AnswerReader(ZONE));
    }

    private static AtolSettings settings(URI baseUrl) {
        return new AtolSettings(
                baseUrl,
                StubAtol.GROUP,
                "login",
                "secret",
                "https://refunds.example/atol/callback",
                ZONE,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofHours(24),
                100,
                50,
                10,
                Duration.ofSeconds(5));
    }

    private static ReportRequest report(String uuid) {
        return new ReportRequest(1, 1, uuid, StubAtol.GROUP);
    }
}

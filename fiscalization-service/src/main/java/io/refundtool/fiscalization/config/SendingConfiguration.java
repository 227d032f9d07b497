package io.refundtool.fiscalization.config;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.refundtool.fiscalization.application.AnswerQueue;
import io.refundtool.fiscalization.application.FiscalRegister;
import io.refundtool.fiscalization.application.Phases;
import io.refundtool.fiscalization.application.RegistrationRounds;
import io.refundtool.fiscalization.application.ReportRounds;
import io.refundtool.fiscalization.application.Senders;
import io.refundtool.fiscalization.application.SendingGate;
import io.refundtool.fiscalization.atol.AnswerReader;
import io.refundtool.fiscalization.atol.AtolClient;
import io.refundtool.fiscalization.atol.AtolHttp;
import io.refundtool.fiscalization.atol.AtolSettings;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.loop.WorkLoop;
import io.refundtool.fiscalization.persistence.ReceiptClaims;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends receipts and asks for reports. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {
    private static final Duration LONGEST_RATE_WAIT = Duration.ofSeconds(20);

    /** Permits are given in slices, so that a second's receipts do not go at once. */
    private static final int SLICES_PER_SECOND = 10;

    private static final int PROBES_WHEN_HALF_OPEN = 5;

    @Bean
    AtolSettings atolSettings(FiscalizationSettings settings) {
        return settings.atol();
    }

    @Bean
    AnswerReader answerReader(AtolSettings settings) {
        return new AnswerReader(settings.zone());
    }

    @Bean
    AtolHttp atolHttp(AtolSettings settings) {
        return new AtolHttp(settings);
    }

    @Bean
    CircuitBreaker atolBreaker(AtolSettings settings) {
        return CircuitBreaker.of(
                "atol-" + settings.groupCode(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.breakerWindow())
                        .minimumNumberOfCalls(settings.breakerWindow())
                        .failureRateThreshold(settings.breakerFailures())
                        .waitDurationInOpenState(settings.breakerPause())
                        .permittedNumberOfCallsInHalfOpenState(PROBES_WHEN_HALF_OPEN)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
    }

    @Bean
    AtolClient atolClient(AtolHttp http, AtolSettings settings, CircuitBreaker breaker, AnswerReader reader) {
        return new AtolClient(http, settings, breaker, rateLimiter(settings), reader);
    }

    private static RateLimiter rateLimiter(AtolSettings settings) {
        int perSecond = settings.receiptsPerSecond();
        int perSlice = Math.max(1, perSecond / SLICES_PER_SECOND);
        return RateLimiter.of(
                "atol-" + settings.groupCode(),
                RateLimiterConfig.custom()
                        .limitForPeriod(perSlice)
                        .limitRefreshPeriod(Duration.ofSeconds(perSlice).dividedBy(perSecond))
                        .timeoutDuration(LONGEST_RATE_WAIT)
                        .build());
    }

    @Bean
    Senders senders(FiscalRegister register, AnswerQueue answers, SendingGate gate, FiscalizationSettings settings) {
        return new Senders(register, answers, gate, settings.work());
    }

    @Bean
    WorkLoop registrationsLoop(
            ReceiptClaims claims,
            FiscalRegister register,
            Senders senders,
            SendingGate gate,
            @Qualifier("registrationsWakeUp") WakeUp wakeUp,
            FiscalizationSettings settings) {
        return new WorkLoop(
                "fiscalization-registrations",
                Phases.SENDING,
                new RegistrationRounds(claims, register, senders, gate, wakeUp, settings.work()));
    }

    @Bean
    WorkLoop reportsLoop(
            ReceiptClaims claims,
            FiscalRegister register,
            AnswerQueue answers,
            SendingGate gate,
            @Qualifier("reportsWakeUp") WakeUp wakeUp,
            FiscalizationSettings settings) {
        return new WorkLoop(
                "fiscalization-reports",
                Phases.SENDING,
                new ReportRounds(
                        claims,
                        register,
                        answers,
                        gate,
                        wakeUp,
                        settings.work(),
                        settings.atol().groupCode()));
    }
}

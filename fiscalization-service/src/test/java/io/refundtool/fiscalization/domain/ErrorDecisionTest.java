package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.fiscalization.domain.Decision.GivenUp;
import io.refundtool.fiscalization.domain.Decision.Replaced;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.ResendAfterQueueTimeout;
import io.refundtool.fiscalization.domain.Decision.StopSending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the errors of the protocol mean for a receipt. */
class ErrorDecisionTest {
    private static final RetryLimits LIMITS = RetryLimits.standard();
    private static final BigDecimal TOTAL = new BigDecimal("10.00");

    private final ReceiptDecider decider = new ReceiptDecider(LIMITS);
    private final ReceiptProgress planned = ReceiptProgress.planned(FiscalOperation.SELL_REFUND, "m-1", 1, TOTAL);

    @Test
    void shouldEscalateAServiceThatKeepsFailingWithItsErrorId() {
        // given
        ReceiptProgress receipt = planned;
        Answer failure = new Answer.Refused(new FiscalError("e-77", 50, ErrorType.SYSTEM, "server"));
        Duration before = Duration.ZERO;
        for (int failures = 0; failures < LIMITS.serviceFailures(); failures++) {
            Resend again = (Resend) decider.decide(receipt, 1, failure);
            assertThat(again.after()).isGreaterThan(before);
            before = again.after();
            receipt = again.next();
            assertThat(receipt.externalId()).isEqualTo(planned.externalId());
        }

        // when
        Decision last = decider.decide(receipt, 1, failure);

        // then
        assertThat(last).isInstanceOf(GivenUp.class);
        assertThat(((GivenUp) last).code()).isEqualTo("SERVICE_FAILED");
        assertThat(((GivenUp) last).reason()).contains("e-77");
    }

    @Test
    void shouldRegisterAnewAfterAQueueTimeout() {
        // when
        Decision decision = decider.decide(waiting(), 1, new Answer.Failed(error(ErrorType.TIMEOUT, 1)));

        // then
        assertThat(decision).isInstanceOf(ResendAfterQueueTimeout.class);
        assertThat(decision.next().externalId()).isEqualTo("refund-m-1-r1-t2");
        assertThat(decision.next().state()).isEqualTo(ReceiptState.TO_REGISTER);
    }

    @Test
    void shouldTryARefusalByTheCashRegisterAFewTimesThenCorrect() {
        // given
        ReceiptProgress receipt = waiting();
        Answer refusal = new Answer.Failed(error(ErrorType.DRIVER, 3822));
        for (int refused = 0; refused < LIMITS.registerRefusals(); refused++) {
            Decision again = decider.decide(receipt, receipt.registration(), refusal);
            assertThat(again).isInstanceOf(Resend.class);
            receipt = again.next().in(ReceiptState.WAITING);
        }

        // when
        Decision last = decider.decide(receipt, receipt.registration(), refusal);

        // then
        assertThat(last).isInstanceOf(Replaced.class);
        assertThat(((Replaced) last).code()).isEqualTo("ATOL_DRIVER_3822");
        assertThat(receipt.externalId()).isEqualTo("refund-m-1-r1-t4");
    }

    @Test
    void shouldCorrectAtOnceWhatIsRefusedForWhatItSays() {
        // when
        List<Decision> decisions = List.of(
                decider.decide(planned, 1, new Answer.Refused(error(ErrorType.SYSTEM, 32))),
                decider.decide(waiting(), 1, new Answer.Failed(error(ErrorType.AGENT, 2006))));

        // then
        assertThat(decisions)
                .extracting(decision -> ((Replaced) decision).code())
                .containsExactly("ATOL_SYSTEM_32", "ATOL_AGENT_2006");
        assertThat(decisions).extracting(decision -> decision.next().state()).containsOnly(ReceiptState.REPLACED);
    }

    @Test
    void shouldGiveUpAtOnceWhatACorrectionWouldBeRefusedForToo() {
        // when
        List<Decision> decisions = List.of(
                decider.decide(planned, 1, new Answer.Refused(error(ErrorType.SYSTEM, 41))),
                decider.decide(waiting(), 1, new Answer.Failed(error(ErrorType.AGENT, 2003))));

        // then
        assertThat(decisions)
                .extracting(decision -> ((GivenUp) decision).code())
                .containsExactly("ATOL_SYSTEM_41", "ATOL_AGENT_2003");
    }

    @Test
    void shouldCorrectNothingWhoseReportIsRefusedSinceItMayBeRegistered() {
        // when
        List<Decision> decisions = List.of(
                decider.decide(waiting(), 1, new Answer.Refused(error(ErrorType.SYSTEM, 30))),
                decider.decide(waiting(), 1, new Answer.Refused(error(ErrorType.SYSTEM, 32))));

        // then
        assertThat(decisions)
                .extracting(decision -> ((GivenUp) decision).code())
                .containsOnly("NO_RESULT");
    }

    @ParameterizedTest
    @EnumSource(names = {"SELL", "SELL_REFUND_CORRECTION"})
    void shouldNotCorrectWhatHasNoCorrection(FiscalOperation operation) {
        // given
        ReceiptProgress receipt = ReceiptProgress.planned(operation, "m-1", 1, TOTAL);

        // when
        Decision decision = decider.decide(receipt, 1, new Answer.Refused(error(ErrorType.SYSTEM, 32)));

        // then
        assertThat(decision).isInstanceOf(GivenUp.class);
        assertThat(((GivenUp) decision).code()).isEqualTo("ATOL_SYSTEM_32");
    }

    @Test
    void shouldBlameNoReceiptForRefusedCredentials() {
        // when
        Decision decision = decider.decide(planned, 1, new Answer.Refused(error(ErrorType.SYSTEM, 12)));

        // then
        assertThat(decision).isInstanceOf(StopSending.class);
        assertThat(decision.next()).isEqualTo(planned);
    }

    private ReceiptProgress waiting() {
        return planned.in(ReceiptState.WAITING);
    }

    private static FiscalError error(ErrorType type, int code) {
        return new FiscalError("e", code, type, "text");
    }
}

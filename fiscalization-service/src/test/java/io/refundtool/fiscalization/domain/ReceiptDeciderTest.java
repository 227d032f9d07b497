package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.fiscalization.domain.Decision.Await;
import io.refundtool.fiscalization.domain.Decision.Registered;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.Unchanged;
import io.refundtool.fiscalization.domain.Decision.Why;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What answers make of a receipt. */
class ReceiptDeciderTest {
    private static final RetryLimits LIMITS = RetryLimits.standard();
    private static final BigDecimal TOTAL = new BigDecimal("10.00");

    private final ReceiptDecider decider = new ReceiptDecider(LIMITS);
    private final ReceiptProgress planned = ReceiptProgress.planned(FiscalOperation.SELL_REFUND, "m-1", 1, TOTAL);

    @Test
    void shouldWaitForTheCallbackOfAnAcceptedReceipt() {
        // when
        Decision decision = decider.decide(planned, 1, new Answer.Accepted("u"));

        // then
        assertThat(decision).isEqualTo(new Await(waiting(), Duration.ofMinutes(5)));
    }

    @Test
    void shouldAskAtOnceForAReceiptThatWasAcceptedEarlier() {
        // when
        Decision decision = decider.decide(planned, 1, new Answer.AcceptedEarlier("u", error(ErrorType.SYSTEM, 33)));

        // then
        assertThat(decision).isEqualTo(new Await(waiting(), Duration.ZERO));
    }

    @Test
    void shouldSendAgainUnderTheSameIdAsLongAsThereIsNoAnswer() {
        // given
        ReceiptProgress receipt = planned;

        for (int silent = 1; silent <= 1_000; silent++) {
            // when
            Decision decision = decider.decide(receipt, 1, new Answer.Unanswered("timeout"));

            // then
            assertThat(decision).isInstanceOf(Resend.class);
            assertThat(((Resend) decision).after()).isBetween(LIMITS.firstBackoff(), LIMITS.maxBackoff());
            receipt = decision.next();
            assertThat(receipt.externalId()).isEqualTo(planned.externalId());
        }
    }

    @Test
    void shouldPollAndNotSendWhatIsNotProcessedYet() {
        // when
        Decision decision = decider.decide(waiting(), 1, new Answer.StillWaiting("34"));

        // then
        assertThat(decision).isInstanceOf(Await.class);
        assertThat(decision.next().state()).isEqualTo(ReceiptState.WAITING);
    }

    @Test
    void shouldNotBelieveAReportOfAnotherTotal() {
        // when
        Decision decision = decider.decide(waiting(), 1, new Answer.Done(document("9.99")));

        // then
        assertThat(((Unchanged) decision).why()).isEqualTo(Why.CONTRADICTION);
    }

    @Test
    void shouldLetALateSuccessHealAFailureAndTellASecondOne() {
        // given: the first registration waited too long, the second failed for good
        ReceiptProgress again = decider.decide(waiting(), 1, new Answer.Failed(error(ErrorType.TIMEOUT, 1)))
                .next()
                .in(ReceiptState.WAITING);
        ReceiptProgress failed = decider.decide(again, 2, new Answer.Failed(error(ErrorType.AGENT, 2006)))
                .next();
        assertThat(failed.state()).isEqualTo(ReceiptState.REPLACED);

        // when
        Decision healed = decider.decide(failed, 1, new Answer.Done(document("10.00")));
        Decision twice = decider.decide(healed.next(), 2, new Answer.Done(document("10.00")));
        Decision repeated = decider.decide(healed.next(), 1, new Answer.Done(document("10.00")));

        // then
        assertThat(healed).isInstanceOf(Registered.class);
        assertThat(healed.next().externalId()).isEqualTo("refund-m-1-r1");
        assertThat(((Unchanged) twice).why()).isEqualTo(Why.CONTRADICTION);
        assertThat(((Unchanged) repeated).why()).isEqualTo(Why.REPEATED);
    }

    @Test
    void shouldDecideEveryHistoryAndNeverLoseARegisteredReceipt() {
        for (long seed = 0; seed < 2_000; seed++) {
            // given
            Random random = new Random(seed);
            ReceiptProgress receipt = planned;
            boolean registered = false;
            for (int step = 0; step < 60; step++) {
                // when
                int registration = 1 + random.nextInt(receipt.registration());
                Decision decision = decider.decide(receipt, registration, answer(random));
                receipt = decision.next();

                // then
                registered |= decision instanceof Registered;
                assertThat(receipt.state() == ReceiptState.REGISTERED)
                        .as("seed %d", seed)
                        .isEqualTo(registered);
                assertThat(receipt.registration())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(
                                2 + LIMITS.queueTimeouts() + LIMITS.registerRefusals() + LIMITS.serviceFailures() + 60);
            }
        }
    }

    private static Answer answer(Random random) {
        ErrorType type = any(random, ErrorType.values());
        int[] codes = {0, 1, 10, 12, 20, 30, 32, 33, 34, 50, 2003, 3822};
        FiscalError error = error(type, codes[random.nextInt(codes.length)]);
        return switch (random.nextInt(9)) {
            case 0 -> new Answer.Accepted("u");
            case 1 -> new Answer.AcceptedEarlier("u", error);
            case 2 -> new Answer.Refused(error);
            case 3 -> new Answer.Unanswered("silence");
            case 4 -> new Answer.NotSent("open");
            case 5 -> new Answer.Failed(error);
            case 6 -> new Answer.StillWaiting("wait");
            case 7 -> new Answer.Done(document(random.nextBoolean() ? "10.00" : "11.00"));
            default -> new Answer.Failed(error(ErrorType.DRIVER, 1));
        };
    }

    private static <T> T any(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private ReceiptProgress waiting() {
        return planned.in(ReceiptState.WAITING);
    }

    private static FiscalError error(ErrorType type, int code) {
        return new FiscalError("e", code, type, "text");
    }

    private static FiscalDocument document(String total) {
        return new FiscalDocument(
                new BigDecimal(total),
                "9999078900003780",
                7,
                31,
                1_234_567_890L,
                3,
                "0000000400054952",
                Instant.EPOCH,
                null);
    }
}

package io.refundtool.sandbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds one difference of money after another, for every end that a refund can come to. */
class MoneyRuleTest {

    private static final String R1 = "refund R1 of order O1: ";
    private static final String REASON = "Expected Payment to answer in time, but it did not";

    private final EvidenceFixture evidence = EvidenceFixture.ofOneCompletedAndOneRejected();

    @Test
    void shouldFindAPartThatWasPaidTwice() {
        evidence.payment("second-key", "R1", 1, 2_750);

        expect(
                R1 + "Expected part 1 to be paid once net of what came back, but it is paid 2 times",
                R1 + "Expected 2750 minor units to be out, since it is completed with receipts 1, but it is 5500");
    }

    @Test
    void shouldNotMindASecondPaymentThatCameBack() {
        evidence.payment("second-key", "R1", 1, 2_750).back(Kind.REVERSED, "second-key", 2_750);

        expect();
    }

    @Test
    void shouldFindAMissingPayment() {
        evidence.withoutPayments();

        expect(
                R1 + "Expected part 1 to be paid once net of what came back, but it is paid 0 times",
                R1 + "Expected 2750 minor units to be out, since it is completed with receipts 1, but it is 0");
    }

    @Test
    void shouldFindThatACompletedRefundCameBack() {
        evidence.back(Kind.RETURNED, "key-1", 2_750);

        expect(
                R1 + "Expected part 1 to be paid once net of what came back, but it is paid 0 times",
                R1 + "Expected 2750 minor units to be out, since it is completed with receipts 1, but it is 0");
    }

    @Test
    void shouldFindThatLessCameBackThanWasPaid() {
        evidence.payment("second-key", "R1", 1, 2_750).back(Kind.REVERSED, "second-key", 2_749);

        expect(R1 + "Expected 2750 minor units to be out, since it is completed with receipts 1, but it is 2751");
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REJECTED", "CANCELLED", "REVERSED"})
    void shouldFindMoneyThatIsOutAfterAnEndWithoutAny(RefundStatus end) {
        evidence.end(end);

        expect(R1 + "Expected no money to be out, since it is " + end.wire() + " with receipts 1, but it is 2750");
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REJECTED", "CANCELLED", "REVERSED"})
    void shouldNotMindMoneyThatCameBackBeforeSuchAnEnd(RefundStatus end) {
        evidence.end(end).back(Kind.REVERSED, "key-1", 2_750);

        expect();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-silent", "receipt-silent", "receipt-failed", "paused-by-operator"})
    void shouldNotMindThatMoneyIsOutOnHold(String code) {
        evidence.hold(code, REASON);

        expect();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-silent", "receipt-silent", "receipt-failed", "reversal-silent"})
    void shouldNotMindThatNoMoneyIsOutOnHold(String code) {
        evidence.withoutPayments().hold(code, REASON);

        expect();
    }

    @Test
    void shouldFindAPartThatIsPaidTwiceOnHold() {
        evidence.payment("second-key", "R1", 1, 2_750).hold("payment-silent", REASON);

        expect(R1 + "Expected part 1 to be paid once net of what came back, but it is paid 2 times");
    }

    @Test
    void shouldFindThatOnlySomeMoneyIsOutWhenAReceiptIsWhatIsMissing() {
        evidence.withoutPayments().payment("key-1", "R1", 1, 2_000).hold("receipt-silent", REASON);

        expect(
                R1
                        + "Expected 2750 minor units to be out, since it is on-hold because of receipt-silent with receipts 1, but it is 2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reversal-failed", "reversal-silent"})
    void shouldNotMindMoneyThatPaymentWasAskedToTakeBack(String code) {
        evidence.payment("second-key", "R1", 1, 2_750)
                .back(Kind.REVERSAL_DECLINED, "second-key", 2_750)
                .holdAfterReversalOf(code, "TX-second-key");

        expect();
    }

    @Test
    void shouldFindMoneyThatNobodyAskedToTakeBack() {
        evidence.payment("second-key", "R1", 1, 2_750)
                .payment("third-key", "R1", 1, 2_750)
                .holdAfterReversalOf("reversal-failed", "TX-second-key");

        expect(R1 + "Expected part 1 to be paid once net of what came back, but it is paid 2 times");
    }

    @Test
    void shouldFindMoneyThatNobodyAskedFor() {
        evidence.payment("key-3", "R3", 1, 100);

        expect("refund R3 of order O1: Expected money to move for requests only, but nobody asked for this one");
    }

    private void expect(String... findings) {
        assertThat(MoneyRule.check(evidence.build())).map(Finding::toString).containsExactly(findings);
    }
}

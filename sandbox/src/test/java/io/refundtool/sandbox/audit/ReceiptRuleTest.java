package io.refundtool.sandbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seeds one difference of receipts after another. */
class ReceiptRuleTest {

    private static final String R1 = "refund R1 of order O1: ";
    private static final Map<String, ReceiptKind> COMPENSATED =
            Map.of("receipt-1", ReceiptKind.REFUND, "reversal-1", ReceiptKind.REVERSAL);

    private final EvidenceFixture evidence = EvidenceFixture.ofOneCompletedAndOneRejected();

    @Test
    void shouldFindReceiptsThatDoNotMakeTheAmount() {
        evidence.withoutReceipts().receipt("receipt-1", "R1", "27.49");

        expect(R1
                + "Expected receipts of 27.50 net of those that compensate, since it is completed, but they are 27.49");
    }

    @Test
    void shouldFindAReceiptThatTheRefundDoesNotName() {
        evidence.receipt("receipt-9", "R1", "0.00");

        expect(
                R1
                        + "Expected the receipts [receipt-1] that the refund names, but ATOL's ledger has [receipt-1, receipt-9]");
    }

    @Test
    void shouldFindAReceiptOfARejectedRefund() {
        evidence.receipt("receipt-2", "R2", "1.00");

        expect(
                "refund R2 of order O1: Expected receipts of 0 net of those that compensate, since it is rejected, but they are 1.00",
                "refund R2 of order O1: Expected the receipts [] that the refund names, but ATOL's ledger has [receipt-2]");
    }

    @Test
    void shouldFindAReceiptThatWasNotCompensated() {
        evidence.end(RefundStatus.REVERSED);

        expect(R1 + "Expected receipts of 0 net of those that compensate, since it is reversed, but they are 27.50");
    }

    @Test
    void shouldNotMindAReceiptThatWas() {
        evidence.end(RefundStatus.REVERSED)
                .receiptsAndMail(FiscalizationResult.COMPENSATED, COMPENSATED, NotificationResult.NOTIFIED)
                .receipt("sell", "reversal-1", "R1", "27.50");

        expect();
    }

    @Test
    void shouldFindAReceiptOfACompletedRefundThatWasCompensated() {
        evidence.receiptsAndMail(FiscalizationResult.COMPENSATED, COMPENSATED, NotificationResult.NOTIFIED)
                .receipt("sell", "reversal-1", "R1", "27.50");

        expect(R1
                + "Expected receipts of 27.50 net of those that compensate, since it is completed, but they are 0.00");
    }

    @Test
    void shouldFindAReceiptOfAnotherOperation() {
        evidence.withoutReceipts().receipt("sell_refund_correction", "receipt-1", "R1", "27.50");

        expect(
                R1
                        + "Expected receipt receipt-1 to be a refund, as the refund says, but it is one of sell_refund_correction");
    }

    @Test
    void shouldFindAReceiptWhereNoneIsRequired() {
        evidence.receiptsAndMail(FiscalizationResult.NOT_REQUIRED, Map.of(), NotificationResult.NOTIFIED);

        expect(
                R1 + "Expected receipts of 0 net of those that compensate, since it is completed, but they are 27.50",
                R1 + "Expected the receipts [] that the refund names, but ATOL's ledger has [receipt-1]");
    }

    @Test
    void shouldNotMindWhatIsRegisteredOnHoldUpToTheAmount() {
        evidence.hold("receipt-failed", "Expected a receipt to be registered, but it was refused")
                .receiptsAndMail(FiscalizationResult.FAILED, Map.of(), NotificationResult.NONE);

        expect();
    }

    @Test
    void shouldFindMoreThanTheAmountOnHold() {
        evidence.hold("receipt-failed", "Expected a receipt to be registered, but it was refused")
                .receipt("correction-1", "R1", "0.01");

        expect(
                R1
                        + "Expected receipts of at most 27.50 net of those that compensate, since it is on-hold, but they are 27.51");
    }

    @Test
    void shouldFindAReceiptThatBelongsToNobody() {
        evidence.receiptOfNobody("receipt-3");

        expect(
                "no refund: Expected receipt receipt-3 of ATOL's ledger to be some refund's, but it belongs to no movement of money");
    }

    private void expect(String... findings) {
        assertThat(ReceiptRule.check(evidence.build())).map(Finding::toString).containsExactly(findings);
    }
}

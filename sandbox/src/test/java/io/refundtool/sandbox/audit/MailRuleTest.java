package io.refundtool.sandbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeds one difference of mails after another. */
class MailRuleTest {

    private static final String R1 = "refund R1 of order O1: ";

    private final EvidenceFixture evidence = EvidenceFixture.ofOneCompletedAndOneRejected();

    @Test
    void shouldFindASecondMail() {
        evidence.mail("<m1>", 2);

        expect(R1 + "Expected at most one mail about fiscalized, but there are 2");
    }

    @Test
    void shouldFindASecondMailUnderAnotherId() {
        evidence.mail("<m2>", 1).message("<m2>", "R1", RefundStatus.FISCALIZED);

        expect(R1 + "Expected at most one mail about fiscalized, but there are 2");
    }

    @Test
    void shouldFindAMailThatDidNotArrive() {
        evidence.withoutMails();

        expect(
                R1 + "Expected mail <m1> that the customer was told with, but it did not arrive",
                R1 + "Expected a mail that says that it is completed, but there is none");
    }

    @ParameterizedTest
    @EnumSource(
            value = NotificationResult.class,
            names = {"FAILED", "SILENT"})
    void shouldNotMindAMissingMailWhenTheRefundSaysSo(NotificationResult result) {
        evidence.withoutMessages().receiptsAndMail(FiscalizationResult.REGISTERED, named(), result);

        expect();
    }

    @Test
    void shouldFindThatNothingSaysWhetherTheCustomerWasTold() {
        evidence.withoutMessages().receiptsAndMail(FiscalizationResult.REGISTERED, named(), NotificationResult.NONE);

        expect(R1 + "Expected a word on whether the customer was told that it is completed, but there is none");
    }

    @Test
    void shouldFindAMailOfSuccessAboutARefundThatNeverHadAny() {
        evidence.mail("<m2>", 1).message("<m2>", "R2", RefundStatus.FISCALIZED);

        expect("refund R2 of order O1: Expected no mail that says that it is completed, since it never was");
    }

    @Test
    void shouldFindAMailThatNobodyToldOf() {
        evidence.mail("<m3>", 1);

        expect("no refund: Expected mail <m3> to be about some refund, but notifications-service told of none");
    }

    private static Map<String, ReceiptKind> named() {
        return Map.of("receipt-1", ReceiptKind.REFUND);
    }

    private void expect(String... findings) {
        assertThat(MailRule.check(evidence.build())).map(Finding::toString).containsExactly(findings);
    }
}

package io.refundtool.sandbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.RefundStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seeds one difference after another and expects it to be found, with the refund's name. */
class AuditTest {

    private static final String COMPLETED = "refund R1 of order O1: ";
    private static final String REJECTED = "refund R2 of order O1: ";

    private final EvidenceFixture evidence = EvidenceFixture.ofOneCompletedAndOneRejected();

    @Test
    void shouldFindNothingWhenEverythingAgrees() {
        assertThat(Audit.findings(evidence.build())).isEmpty();
    }

    @Test
    void shouldFindAnAcceptedRequestThatIsNotInTheTopic() {
        evidence.accepted("O9", "R9");

        expect("refund R9 of order O9: Expected the accepted request in bob.refund.v1, but it is not there");
    }

    @Test
    void shouldFindARequestThatWasNeverDecided() {
        evidence.asked("O9", "R9", 100);

        expect("refund R9 of order O9: Expected an event in refund.update.v1, but there is none");
    }

    @Test
    void shouldFindAnotherStatusInBobsCopy() {
        evidence.bob("R1", new View("fiscalized", null, List.of("1")));

        expect(
                COMPLETED
                        + "Expected BOB's copy to be completed with receipts 1 as the last event says, but it is fiscalized with receipts 1");
    }

    @Test
    void shouldFindAnotherReasonInBobsCopy() {
        evidence.bob("R2", new View("rejected", "QUANTITY_EXCEEDED", List.of()));

        expect(
                REJECTED
                        + "Expected BOB's copy to be rejected because of AMOUNT_EXCEEDED as the last event says, but it is rejected because of QUANTITY_EXCEEDED");
    }

    @Test
    void shouldFindAnotherReceiptAtRefundService() {
        evidence.service("R1", new View("completed", null, List.of("2")));

        expect(
                COMPLETED
                        + "Expected refund-service to answer completed with receipts 1 as the last event says, but it answers completed with receipts 2");
    }

    @Test
    void shouldNotMindAReceiptThatOnlyRefundServiceKnowsOfWhileItIsOnHold() {
        evidence.hold("receipt-failed", "Expected a receipt to be registered, but it was refused")
                .service("R1", new View("on-hold", "receipt-failed", List.of("1", "2")));

        expect();
    }

    @Test
    void shouldFindMoreOutThanWasCaptured() {
        evidence.asked("O1", "R1", 2_749);

        expect(COMPLETED
                + "Expected at most the 2749 minor units that were captured for the order to be out, but it is 2750");
    }

    @Test
    void shouldFindAHoldWithoutASentence() {
        evidence.hold("payment-silent", "silence");

        expect(COMPLETED
                + "Expected a code and a sentence why it is on hold, but they are 'payment-silent' and 'silence'");
    }

    @Test
    void shouldFindDeadLetters() {
        evidence.deadLetter("refund-service.dead-letter.v1, from bob.refund.v1");

        expect(
                "no refund: Expected no dead letters, but there is one: refund-service.dead-letter.v1, from bob.refund.v1");
    }

    @Test
    void shouldNotMindAMailAboutARejection() {
        evidence.mail("<m2>", 1).message("<m2>", "R2", RefundStatus.REJECTED);

        expect();
    }

    private void expect(String... findings) {
        assertThat(Audit.findings(evidence.build())).map(Finding::toString).containsExactly(findings);
    }
}

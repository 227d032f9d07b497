package io.refundtool.sandbox.bob;

import static io.refundtool.sandbox.RefundSnapshots.NOW;
import static io.refundtool.sandbox.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundCopiesTest {

    private static final RefundKey KEY = new RefundKey("O1", "R1");
    private static final Cause CAUSE = new Cause("e0", "bob.refund-requested.v1", NOW);

    private final List<RefundStatus> told = new ArrayList<>();
    private final RefundCopies copies = new RefundCopies();

    @BeforeEach
    void listen() {
        copies.tell((refund, copy, envelope) -> told.add(copy.status()));
    }

    @Test
    void shouldKeepStatusAndHistoryOfWhatItHeard() {
        // when
        hear("e1", approved());
        hear("e2", rejected());

        // then
        RefundCopy copy = copies.of(KEY).orElseThrow();
        assertThat(copy.status()).isEqualTo(RefundStatus.REJECTED);
        assertThat(copy.code()).isEqualTo("QUANTITY_EXCEEDED");
        assertThat(copy.history())
                .extracting(RefundCopy.HeardEvent::eventType)
                .containsExactly("refund.approved.v1", "refund.rejected.v1");
        assertThat(told).containsExactly(RefundStatus.APPROVED, RefundStatus.REJECTED);
    }

    @Test
    void shouldLeaveItsEndWhenTheRefundDoes() {
        // given
        hear("e1", hold());
        RefundCopy onHold = copies.of(KEY).orElseThrow();

        // when
        hear("e2", approved());

        // then
        RefundCopy again = copies.of(KEY).orElseThrow();
        assertThat(onHold.ended()).isTrue();
        assertThat(onHold.code()).isEqualTo("payment-silent");
        assertThat(again.ended()).isFalse();
        assertThat(again.code()).isNull();
        assertThat(again.endedAtNanos()).isNull();
    }

    @Test
    void shouldChangeNothingWhenAnEventIsHeardAgain() {
        // given
        hear("e1", approved());
        hear("e2", rejected());
        RefundCopy before = copies.of(KEY).orElseThrow();

        // when
        hear("e1", approved());

        // then
        assertThat(copies.of(KEY)).contains(before);
        assertThat(told).hasSize(2);
    }

    private void hear(String id, RefundUpdate update) {
        copies.hear(new Envelope<>(id, "/refund-service", NOW, null, update));
    }

    private static Approved approved() {
        return new Approved("O1", "R1", Country.GB, snapshot(RefundStatus.APPROVED), null, CAUSE, 1);
    }

    private static Rejected rejected() {
        return new Rejected(
                "O1",
                "R1",
                Country.GB,
                snapshot(RefundStatus.REJECTED),
                RefundStatus.APPROVED,
                CAUSE,
                RejectionCode.QUANTITY_EXCEEDED,
                "Expected at most 1, but 2 were asked for");
    }

    private static PutOnHold hold() {
        return new PutOnHold(
                "O1",
                "R1",
                Country.GB,
                snapshot(RefundStatus.ON_HOLD),
                RefundStatus.APPROVED,
                CAUSE,
                HoldCode.PAYMENT_SILENT,
                "Expected an answer of Payment, but there was none");
    }
}

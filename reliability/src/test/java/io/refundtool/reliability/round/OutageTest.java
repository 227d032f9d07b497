package io.refundtool.reliability.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.sandbox.topic.RefundKey;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final RefundKey BEFORE = new RefundKey("o-1", "R-1");
    private static final RefundKey FIRST = new RefundKey("o-2", "R-2");
    private static final RefundKey SECOND = new RefundKey("o-3", "R-3");

    private final Outage outage = new Outage(2, 1_000);

    @Test
    void shouldLastUntilEveryPartitionHasCompletedARefundThatWasAskedForSince() {
        // given
        outage.requested(FIRST);
        outage.requested(SECOND);

        // when
        outage.completed(FIRST, 0, 1_500);

        // then
        assertThat(outage.nanos()).isEmpty();
        assertThat(outage.still()).containsExactly(1);

        // when
        outage.completed(SECOND, 1, 4_000);

        // then
        assertThat(outage.nanos()).contains(3_000L);
        assertThat(outage.still()).isEmpty();
    }

    @Test
    void shouldNotCountARefundThatWasAskedForBefore() {
        // given
        outage.requested(FIRST);
        outage.completed(FIRST, 0, 1_500);

        // when
        outage.completed(BEFORE, 1, 1_600);

        // then
        assertThat(outage.still()).containsExactly(1);
    }
}

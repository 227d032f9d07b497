package io.refundtool.sandbox.bob;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.sandbox.bob.BobConduct.Clarification;
import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.topic.RefundKey;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BobConductTest {

    private static final BobConduct WELL_BEHAVED = new BobConduct(FaultPlan.none());

    @Test
    void shouldOnlyClarifyWithoutFaults() {
        assertThat(refunds()).allSatisfy(refund -> {
            assertThat(WELL_BEHAVED.clarification(refund, 1)).isEqualTo(Clarification.CLARIFIES);
            assertThat(WELL_BEHAVED.cancellation(refund)).isEmpty();
            assertThat(WELL_BEHAVED.duplicate(refund)).isEmpty();
        });
    }

    @Test
    void shouldCancelBeLateOrSilentInsteadOfClarifying() {
        // given
        BobConduct bob = always(FaultKind.BOB_CLARIFICATION);

        // when // then
        assertThat(refunds().map(refund -> bob.clarification(refund, 1)))
                .contains(Clarification.CLARIFIES_LATE, Clarification.CANCELS, Clarification.SAYS_NOTHING)
                .doesNotContain(Clarification.CLARIFIES);
        assertThat(refunds().map(refund -> bob.clarification(refund, 1)).toList())
                .isNotEqualTo(
                        refunds().map(refund -> bob.clarification(refund, 2)).toList());
    }

    @Test
    void shouldCancelAtAnyTime() {
        // given
        BobConduct bob = always(FaultKind.BOB_CANCELLATION);

        // when // then
        assertThat(refunds().map(refund -> bob.cancellation(refund).orElseThrow()))
                .allSatisfy(after -> assertThat(after).isBetween(Duration.ZERO, Duration.ofSeconds(8)))
                .anySatisfy(after -> assertThat(after).isLessThan(Duration.ofSeconds(1)))
                .anySatisfy(after -> assertThat(after).isGreaterThan(Duration.ofSeconds(7)));
    }

    @Test
    void shouldAskTwiceUnderTheSameOrAnotherId() {
        // given
        BobConduct bob = always(FaultKind.BOB_DUPLICATE);

        // when // then
        assertThat(refunds().map(bob::duplicateHasSameId)).contains(true, false);
        assertThat(refunds().map(bob::duplicate))
                .allSatisfy(after -> assertThat(after).isPresent());
    }

    private static Stream<RefundKey> refunds() {
        return IntStream.range(0, 100).mapToObj(i -> new RefundKey("O" + i, "R1"));
    }

    private static BobConduct always(FaultKind kind) {
        return new BobConduct(new FaultPlan(1, Map.of(kind, 1.0)));
    }
}

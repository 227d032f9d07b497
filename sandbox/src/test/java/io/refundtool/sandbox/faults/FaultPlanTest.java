package io.refundtool.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final FaultKind KIND = FaultKind.PAYMENT_DELAY;
    private static final int CASES = 10_000;
    private static final List<Integer> GOLDEN = List.of(0, 2, 4, 5, 6, 8, 10, 11);

    @Test
    void shouldDecideTheSameWhateverIsAskedBeforeAndInWhateverOrder() {
        // given
        List<Integer> keys = IntStream.range(0, 1_000).boxed().collect(Collectors.toList());
        FaultPlan plan = plan(7, 0.3);
        List<Boolean> decided =
                keys.stream().map(key -> plan.happens(KIND, key)).toList();

        // when
        FaultPlan same = plan(7, 0.3);
        Collections.reverse(keys);
        List<Boolean> again = keys.stream().map(key -> same.happens(KIND, key)).collect(Collectors.toList());
        Collections.reverse(again);

        // then
        assertThat(again).isEqualTo(decided).contains(true, false);
        assertThat(decided)
                .isNotEqualTo(IntStream.range(0, 1_000)
                        .mapToObj(key -> plan(8, 0.3).happens(KIND, key))
                        .toList());
    }

    /** So that a history stays the same when this code changes: these are not to be adapted, but to be kept. */
    @Test
    void shouldMakeTheSameHistoriesInEveryVersion() {
        assertThat(IntStream.range(0, 12)
                        .filter(key -> plan(1, 0.5).happens(KIND, key))
                        .boxed())
                .isEqualTo(GOLDEN);
    }

    @Test
    void shouldHitTheShareOfCasesThatTheRateAsksFor() {
        assertThat(share(0.1)).isEqualTo(0.1, Offset.offset(0.02));
        assertThat(share(0.9)).isEqualTo(0.9, Offset.offset(0.02));
        assertThat(share(0)).isZero();
        assertThat(share(1)).isOne();
    }

    @Test
    void shouldHitRareCasesMoreOftenButNotMoreThanEveryOther() {
        // when
        double raised = share(key -> plan(1, 0.02).happensTimes(10, KIND, key));
        double capped = share(key -> plan(1, 0.2).happensTimes(10, KIND, key));
        double above = share(key -> plan(1, 1).happensTimes(10, KIND, key));

        // then
        assertThat(raised).isEqualTo(0.2, Offset.offset(0.02));
        assertThat(capped).isEqualTo(0.5, Offset.offset(0.02));
        assertThat(above).isOne();
    }

    @Test
    void shouldChooseAmongAllAndWaitWithinBounds() {
        assertThat(IntStream.range(0, 100).mapToObj(key -> plan(1, 1).choose(KIND, List.of("a", "b", "c"), key)))
                .contains("a", "b", "c");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(key -> plan(1, 1).wait(KIND, Duration.ofMillis(5), Duration.ofMillis(9), key)))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(5), Duration.ofMillis(9)));
    }

    @Test
    void shouldLastForSomeAttemptsOrForEver() {
        // when
        List<Spell> spells = IntStream.range(0, 200)
                .mapToObj(key -> plan(1, 1).spell(KIND, 3, 0.2, key))
                .toList();

        // then
        assertThat(spells).contains(new Spell(1), new Spell(2), new Spell(3), Spell.FOR_EVER);
        assertThat(spells).doesNotContain(new Spell(0), new Spell(4));
        assertThat(new Spell(2).covers(2)).isTrue();
        assertThat(new Spell(2).covers(3)).isFalse();
        assertThat(FaultPlan.none().spell(KIND, 3, 1, "key").covers(1)).isFalse();
    }

    private static FaultPlan plan(long seed, double rate) {
        return new FaultPlan(seed, Map.of(KIND, rate));
    }

    private static double share(double rate) {
        return share(key -> plan(1, rate).happens(KIND, key));
    }

    private static double share(IntPredicate happens) {
        return IntStream.range(0, CASES).filter(happens).count() / (double) CASES;
    }
}

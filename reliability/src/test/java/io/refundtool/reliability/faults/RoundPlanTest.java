package io.refundtool.reliability.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundPlanTest {

    private static final int FAULTS_PER_ROUND = 2;

    @Test
    void shouldMakeTheSameFaultsOfTheSameSeed() {
        assertThat(faults(7, 1, 20)).isEqualTo(faults(7, 1, 20)).isNotEqualTo(faults(8, 1, 20));
    }

    @Test
    void shouldMakeEveryKindEquallyOften() {
        // when
        List<Fault> faults = faults(7, 1, 11 * 3);

        // then
        assertThat(FaultKind.values())
                .allSatisfy(kind -> assertThat(faults)
                        .filteredOn(fault -> fault.kind() == kind)
                        .hasSize(6));
    }

    @Test
    void shouldPlanARoundWithoutThoseBeforeIt() {
        assertThat(new RoundPlan(7, FAULTS_PER_ROUND).faults(12)).isEqualTo(faults(7, 12, 1));
    }

    @Test
    void shouldHitVictimsThatTheKindCanHitForNoLongerThanItMay() {
        assertThat(faults(7, 1, 200)).allSatisfy(fault -> {
            assertThat(fault.kind().victims()).contains(fault.victim());
            assertThat(fault.lasts())
                    .isBetween(
                            Duration.ofMillis(fault.kind().leastMs()),
                            Duration.ofMillis(fault.kind().mostMs()));
        });
    }

    @Test
    void shouldHitEveryVictim() {
        Stream<String> victims = Stream.of(FaultKind.values()).flatMap(kind -> kind.victims().stream());
        assertThat(faults(7, 1, 200)).extracting(Fault::victim).containsAll(victims.toList());
    }

    private static List<Fault> faults(long seed, int first, int rounds) {
        RoundPlan plan = new RoundPlan(seed, FAULTS_PER_ROUND);
        return IntStream.range(first, first + rounds)
                .boxed()
                .flatMap(round -> plan.faults(round).stream())
                .toList();
    }
}

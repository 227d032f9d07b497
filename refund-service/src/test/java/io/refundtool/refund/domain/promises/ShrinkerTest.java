package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.promises.Shrinker.Failing;
import io.refundtool.refund.scenario.Scenario;
import io.refundtool.refund.scenario.ScenarioReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A promise that is broken on purpose is found, shrunk to what breaks it, and told as a scenario. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShrinkerTest {

    private static final Promise NOBODY_CANCELS_WHAT_IS_PAID = new OpenPromise((events, journal) -> {
        Fold.of(journal, events);
        for (RefundEvent event : events) {
            boolean paidBefore = events.subList(0, events.indexOf(event)).stream()
                    .anyMatch(before -> before.event() instanceof MoneyRefunded
                            && before.event().refundId().equals(event.event().refundId()));
            assertThat(event.event() instanceof RefundCancellationRequested && paidBefore)
                    .as("a cancellation after the money moved")
                    .isFalse();
        }
    });

    private final BrokenPromise broken = broken(NOBODY_CANCELS_WHAT_IS_PAID);

    @Test
    void shouldLeaveOnlyWhatBreaksAPromise() {
        // when
        List<RefundEvent> history = broken.histories().getFirst();

        // then
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().event()).isInstanceOf(MoneyRefunded.class);
        assertThat(history.getLast().event()).isInstanceOf(RefundCancellationRequested.class);
    }

    @Test
    void shouldTellWhatBreaksAPromiseAsAScenario() {
        // when
        String text = broken.scenarios();

        // then
        List<Scenario> scenarios = ScenarioReader.parse("told", text);
        assertThat(scenarios)
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.steps()).hasSize(2));
    }

    @Test
    void shouldTellHowToSeeItAgain() {
        assertThat(broken)
                .hasMessageContaining("-Dhistories.seed=")
                .hasMessageContaining("a cancellation after the money moved");
    }

    @Test
    void shouldShrinkWorldsByTheirChoices() {
        // given
        Promise nobodyIsDeclined = (choices, journal) -> {
            Plan plan = Plan.apart(choices, Worlds.FREE);
            Fold fold = plan.world(journal).atRest(Scheduler.restless(choices));
            assertThat(fold.events()).noneMatch(event -> event.event() instanceof RefundDeclined);
        };

        // when
        BrokenPromise world = broken(nobodyIsDeclined);

        // then
        assertThat(world.histories().getFirst())
                .as("the history of one refund that is declined and paid elsewhere, or so")
                .hasSizeLessThan(10);
    }

    @Test
    void shouldLowerNumbersAndDropWhatIsNotNeeded() {
        List<Integer> plainest = Shrinker.plainest(
                candidate -> candidate.stream().anyMatch(number -> number >= 7)
                        ? Optional.of(new Failing(candidate, List.of()))
                        : Optional.empty(),
                new Failing(List.of(3, 1, 41, 5, 9, 2), List.of()));

        assertThat(plainest).containsExactly(7);
    }

    private static BrokenPromise broken(Promise promise) {
        return LongStream.range(1, 10_000)
                .filter(seed -> isBroken(promise, seed))
                .mapToObj(seed -> Histories.broken("on purpose", seed, promise))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBroken(Promise promise, long seed) {
        try {
            promise.tryOut(Choices.ofSeed(seed), new Journal());
            return false;
        } catch (AssertionError _) {
            return true;
        }
    }
}

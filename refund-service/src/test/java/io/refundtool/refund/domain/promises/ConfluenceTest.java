package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.domain.promises.Conduct.Freedom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However what is said about a refund interleaves, it ends the same. */
class ConfluenceTest {

    private static final int SCHEDULES = 4;

    /** Interleavings of one world; where there are fewer, all are played. */
    private static final int MAX_INTERLEAVINGS = 200;

    private static final int MAX_REFUNDS_EXHAUSTIVELY = 2;

    @Test
    void shouldEndTheSameHoweverAnswersInterleave() {
        Histories.keep("confluent", 12, (choices, journal) -> sampled(choices, journal, Worlds.WITHOUT_RACES));
    }

    @Test
    void shouldEndTheSameWhereOperatorsPauseAndResume() {
        Histories.keep("confluent with pauses", 5, (choices, journal) -> sampled(choices, journal, Worlds.WITH_PAUSES));
    }

    @Test
    void shouldEndTheSameInEveryInterleavingOfSmallWorlds() {
        Histories.keep("confluent in all interleavings", 11, ConfluenceTest::exhaustive);
    }

    @Test
    void shouldEndTheSameAsWhoeverWasFirstSays() {
        Histories.keep("confluent with races", 6, (choices, journal) -> {
            Plan plan = Plan.apart(choices, Worlds.WITH_ENDINGS);
            Races races = new Races();
            for (int i = 0; i < SCHEDULES; i++) {
                races.add(plan.world(journal).atRest(Scheduler.restless(choices)));
            }
        });
    }

    @Test
    void shouldEndTheSameWhenTopicsAreReadAnewInAnotherInterleaving() {
        Histories.keep("confluent when rebuilt", 6, (choices, journal) -> {
            Plan plan = Plan.apart(choices, Worlds.TO_READ_ANEW);
            Fold first = plan.world(journal).atRest(Scheduler.restless(choices));
            if (Rebuild.isPossible(first)) {
                Rebuild.check(plan.orders(), first, Rebuild.of(first.events(), choices, journal));
            }
        });
    }

    private static void sampled(Choices choices, Journal journal, Freedom freedom) {
        Plan plan = Plan.apart(choices, freedom);
        List<Map<String, Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < SCHEDULES; i++) {
            Scheduler scheduler = i == 0 ? Scheduler.calm(Choices.of(List.of())) : Scheduler.restless(choices);
            outcomes.add(Outcome.of(plan.world(journal).atRest(scheduler).order()));
            assertThat(outcomes.getLast())
                    .as("outcomes in another interleaving")
                    .isEqualTo(outcomes.getFirst());
        }
    }

    private static void exhaustive(Choices choices, Journal journal) {
        Plan plan = Plan.apart(choices, Worlds.WITHOUT_RACES).first(MAX_REFUNDS_EXHAUSTIVELY);
        @Nullable List<Integer> path = new ArrayList<>();
        @Nullable Map<String, Outcome> expected = null;
        for (int i = 0; i < MAX_INTERLEAVINGS && path != null; i++) {
            Choices schedule = Choices.of(path);
            Fold fold = plan.world(journal).atRest(Scheduler.calm(schedule));
            expected = expected == null ? Outcome.of(fold.order()) : expected;
            assertThat(Outcome.of(fold.order()))
                    .as("outcomes in interleaving %s", path)
                    .isEqualTo(expected);
            path = Paths.after(schedule);
        }
    }
}

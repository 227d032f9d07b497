package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.domain.promises.Conduct.Freedom;
import org.junit.jupiter.api.Test;

/** Worlds that answer what the state machine announces, with every fault, decision and deadline there is. */
class WorldHistoriesTest {

    private static final Freedom[] FREEDOMS = {Worlds.WITHOUT_RACES, Worlds.WITH_ENDINGS, Worlds.FREE};

    @Test
    void shouldConserveMoneyAndReceipts() {
        Histories.keep("conserving", 15, (choices, journal) -> {
            Freedom freedom = choices.of(FREEDOMS);
            Plan plan = choices.onceIn(3) ? Plan.competing(choices, freedom) : Plan.apart(choices, freedom);
            World world = plan.world(journal);
            Conservation.check(world, world.atRest(Scheduler.restless(choices)));
        });
    }

    @Test
    void shouldChangeNothingWhenAnswersComeAgainUnderOtherIds() {
        Histories.keep("idempotent at rest", 4, (choices, journal) -> {
            Plan plan = Plan.apart(choices, Worlds.WITH_ENDINGS);
            Fold fold = plan.world(journal).atRest(Scheduler.calm(choices));
            var before = Outcome.of(fold.order());
            int announced = fold.emitted().size();
            for (RefundEvent event : fold.events()) {
                if (Repeatable.is(event)) {
                    fold.happens(RefundEvents.arrives("again-" + event.meta().id(), event.event()));
                }
            }
            assertThat(Outcome.of(fold.order()))
                    .as("outcomes after answers came again")
                    .isEqualTo(before);
            assertThat(fold.emitted())
                    .as("announcements after answers came again")
                    .hasSize(announced);
        });
    }
}

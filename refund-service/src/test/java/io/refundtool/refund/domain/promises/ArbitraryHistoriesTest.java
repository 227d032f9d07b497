package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.promises.OpenPromise.Check;
import org.junit.jupiter.api.Test;

/** Sensible and senseless events in any order: what has to hold whatever comes. */
class ArbitraryHistoriesTest {

    @Test
    void shouldHaveAResultForEveryEventInEveryState() {
        keep("total", 25, (events, journal) -> Fold.of(journal, events));
    }

    @Test
    void shouldChangeNothingWhenAnEventComesAgain() {
        keep("idempotent", 8, (events, journal) -> {
            var once = new Fold(journal);
            for (RefundEvent event : events) {
                once.happens(event);
                int announced = once.emitted().size();
                var before = once.order();
                once.happens(event);
                once.happens(events.getFirst());
                assertThat(once.order()).as("the order after events came again").isEqualTo(before);
                assertThat(once.emitted()).as("what was announced").hasSize(announced);
            }
        });
    }

    @Test
    void shouldFoldTheSameSequenceToTheSameStateAndBytes() {
        keep(
                "deterministic",
                8,
                (events, journal) -> Bytes.assertSame(Fold.of(journal, events), Fold.unchecked(events)));
    }

    private static void keep(String name, int percent, Check check) {
        Histories.keep(name, percent, new OpenPromise(check));
    }
}

package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Topic;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.RefundEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A history whose topics are read from their beginnings, as when the state is rebuilt: each keeps its own order only. */
final class Rebuild {

    private Rebuild() {}

    /** Whether no refund has more answers than may come early. */
    static boolean isPossible(Fold fold) {
        return fold.events().stream()
                .collect(Collectors.groupingBy(
                        (Function<RefundEvent, String>) event -> event.event().refundId(), Collectors.counting()))
                .values()
                .stream()
                .allMatch(events -> events <= RefundDecider.MAX_EARLY_EVENTS);
    }

    /**
     * The outcomes are the same, if the same was asked for on the way. With several payments it need not be: a clarification
     * may be read when another part had failed than the one that BOB was asked about. Who really answers answers that.
     */
    static void check(Orders orders, Fold first, Fold rebuilt) {
        boolean onePart = orders.basis().payments().size() == 1;
        if (onePart || asks(first).equals(asks(rebuilt))) {
            assertThat(Outcome.of(rebuilt.order()))
                    .as("outcomes when the topics are read anew")
                    .isEqualTo(Outcome.of(first.order()));
        }
    }

    private static Set<String> asks(Fold fold) {
        return fold.emitted().stream()
                .flatMap(emission -> Announced.asks(emission.event()).stream())
                .collect(Collectors.toSet());
    }

    static Fold of(List<RefundEvent> history, Choices choices, Journal journal) {
        var topics = new Topics();
        history.forEach(topics::put);
        var fold = new Fold(journal);
        for (List<Topic> ready = topics.ready(); !ready.isEmpty(); ready = topics.ready()) {
            fold.happens(topics.next(ready.get(ready.size() == 1 ? 0 : choices.below(ready.size()))));
        }
        return fold;
    }
}

package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.operator.RefundRejected;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.promises.Fold.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares histories in which somebody ended a refund: they end the same where the same was heard first. */
final class Races {

    private final Map<String, Outcome> outcomes = new HashMap<>();

    void add(Fold fold) {
        Outcome.of(fold.order()).forEach((refundId, outcome) -> {
            Outcome other = outcomes.putIfAbsent(refundId + winners(fold, refundId), outcome.withoutHow());
            assertThat(outcome.withoutHow())
                    .as("outcome of %s where %s", refundId, winners(fold, refundId))
                    .isEqualTo(other == null ? outcome.withoutHow() : other);
        });
    }

    /** Which endings were heard, and what had been announced by the end: some answer to that. */
    private static String winners(Fold fold, String refundId) {
        List<String> endings = fold.sequence().stream()
                .filter(entry -> entry.event().event().refundId().equals(refundId) && ends(entry))
                .map(entry -> entry.event().meta().type() + " "
                        + (entry.decision() instanceof Decision.Accepted ? "heard" : "too late"))
                .toList();
        TreeSet<String> asked = new TreeSet<>();
        fold.emitted().stream()
                .map(Emission::event)
                .filter(update -> update.refundId().equals(refundId))
                .forEach(update -> {
                    asked.addAll(Announced.asks(update));
                    asked.add(update.eventType().wireName());
                });
        return endings + " " + asked;
    }

    private static boolean ends(Entry entry) {
        return entry.event().event() instanceof RefundCancellationRequested
                || entry.event().event() instanceof RefundRejected;
    }
}

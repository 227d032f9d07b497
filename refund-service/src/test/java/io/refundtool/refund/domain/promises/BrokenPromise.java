package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.scenario.Recording;
import io.refundtool.refund.scenario.ScenarioText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A promise was broken: which, how to see it again, and the shrunk history as a scenario to paste into a file. */
final class BrokenPromise extends AssertionError {

    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<List<RefundEvent>> histories;

    BrokenPromise(String name, long seed, Optional<Throwable> failure, Journal journal) {
        super("Expected promise \"%s\" to be kept, but it is broken (again with -Dhistories.seed=%d): %s%n%s"
                .formatted(
                        name,
                        seed,
                        failure.map(Throwable::toString).orElse("not every time"),
                        text(name, journal.last())));
        failure.ifPresent(this::initCause);
        this.name = name;
        this.histories = journal.last();
    }

    String name() {
        return name;
    }

    /** What was delivered, shrunk. */
    List<List<RefundEvent>> histories() {
        return histories;
    }

    /** What was delivered, as a file of scenarios. */
    String scenarios() {
        return text(name, histories);
    }

    private static String text(String name, List<List<RefundEvent>> histories) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < histories.size(); i++) {
            text.append(scenario("%s, broken (%d of %d)".formatted(name, i + 1, histories.size()), histories.get(i)));
        }
        return text.toString();
    }

    private static String scenario(String title, List<RefundEvent> history) {
        try {
            return ScenarioText.of(Recording.of(title, "A generated history broke this promise", history));
        } catch (RuntimeException | AssertionError undecided) {
            // The decider itself fails on it: what arrived is all that can be told.
            return history.stream()
                    .map(event -> "# " + event.meta().id() + ": " + event.event() + "\n")
                    .collect(Collectors.joining("", "# " + title + ": " + undecided + "\n", ""));
        }
    }
}

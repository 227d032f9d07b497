package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.List;

/** What was delivered while a promise was tried, so that it can be told when the promise is broken. */
final class Journal {

    private final List<List<RefundEvent>> histories = new ArrayList<>();

    void begin() {
        histories.add(new ArrayList<>());
    }

    void add(RefundEvent event) {
        histories.getLast().add(event);
    }

    /** How many histories were begun. */
    int size() {
        return histories.size();
    }

    /** The last two; only a comparison of histories needs more than one. */
    List<List<RefundEvent>> last() {
        return histories.subList(Math.max(0, histories.size() - 2), histories.size()).stream()
                .filter(history -> !history.isEmpty())
                .<List<RefundEvent>>map(List::copyOf)
                .toList();
    }
}

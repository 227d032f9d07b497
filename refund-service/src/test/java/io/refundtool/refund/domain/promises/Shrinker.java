package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.promises.Choices.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds choices that still fail and are fewer, or of lower numbers: whatever was generated together is made plain or left
 * out together first, then any run of numbers, then single numbers are lowered.
 */
final class Shrinker {

    /** A run that failed, with what it took. */
    record Failing(List<Integer> taken, List<Span> spans) {}

    /** Enough for a few hundred choices; what is found by then is good enough to read. */
    static final int MAX_TRIES = 2_000;

    private static final int LONGEST_RUN = 16;

    private final Function<List<Integer>, Optional<Failing>> run;
    private Failing best;
    private int tries;

    private Shrinker(Function<List<Integer>, Optional<Failing>> run, Failing first) {
        this.run = run;
        this.best = first;
    }

    /**
     * The plainest failing choices that were found.
     *
     * @param run plays choices; empty where the promise is kept
     */
    static List<Integer> plainest(Function<List<Integer>, Optional<Failing>> run, Failing first) {
        var shrinker = new Shrinker(run, first);
        boolean better = true;
        while (better) {
            better = shrinker.plainSpans();
            better |= shrinker.withoutSpans();
            better |= shrinker.withoutRuns();
            better |= shrinker.lower();
        }
        return shrinker.best.taken();
    }

    private boolean plainSpans() {
        boolean better = false;
        for (Span span : longestFirst()) {
            if (span.to() <= best.taken().size()) {
                List<Integer> next = new ArrayList<>(best.taken());
                Collections.fill(next.subList(span.from(), span.to()), 0);
                better |= tryOut(next);
            }
        }
        return better;
    }

    private boolean withoutSpans() {
        boolean better = false;
        for (int i = 0; i < best.spans().size(); i++) {
            Span span = longestFirst().get(i);
            if (tryOut(without(span.from(), span.to()))) {
                better = true;
                i--;
            }
        }
        return better;
    }

    private List<Span> longestFirst() {
        return best.spans().stream()
                .sorted(Comparator.comparingInt((Span span) -> span.from() - span.to()))
                .toList();
    }

    private boolean withoutRuns() {
        boolean better = false;
        for (int length = LONGEST_RUN; length > 0; length /= 2) {
            for (int from = best.taken().size() - length; from >= 0; from--) {
                better |= tryOut(without(from, from + length));
                from = Math.min(from, best.taken().size() - length + 1);
            }
        }
        return better;
    }

    private boolean lower() {
        boolean better = false;
        for (int i = 0; i < best.taken().size(); i++) {
            int value = best.taken().get(i);
            if (value > 0) {
                better |= tryOut(with(i, 0)) || tryOut(with(i, value / 2)) || tryOut(with(i, value - 1));
            }
        }
        return better;
    }

    private List<Integer> without(int from, int to) {
        List<Integer> next = new ArrayList<>(best.taken());
        next.subList(from, to).clear();
        return next;
    }

    private List<Integer> with(int index, int value) {
        List<Integer> next = new ArrayList<>(best.taken());
        next.set(index, value);
        return next;
    }

    private boolean tryOut(List<Integer> candidate) {
        if (tries++ >= MAX_TRIES) {
            return false;
        }
        Optional<Failing> failing = run.apply(candidate).filter(found -> plainer(found.taken(), best.taken()));
        failing.ifPresent(found -> best = found);
        return failing.isPresent();
    }

    private static boolean plainer(List<Integer> left, List<Integer> right) {
        if (left.size() != right.size()) {
            return left.size() < right.size();
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return left.get(i) < right.get(i);
            }
        }
        return false;
    }
}

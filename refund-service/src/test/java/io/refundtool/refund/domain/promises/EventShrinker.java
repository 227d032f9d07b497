package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a failing history whatever it fails without. */
final class EventShrinker {

    private static final int LONGEST_RUN = 16;

    private EventShrinker() {}

    static List<RefundEvent> fewest(List<RefundEvent> failing, Predicate<List<RefundEvent>> fails) {
        List<RefundEvent> fewest = failing;
        boolean better = true;
        while (better) {
            List<RefundEvent> fewer = fewer(fewest, fails);
            better = fewer.size() < fewest.size();
            fewest = fewer;
        }
        return fewest;
    }

    private static List<RefundEvent> fewer(List<RefundEvent> failing, Predicate<List<RefundEvent>> fails) {
        List<RefundEvent> fewest = failing;
        for (int length = LONGEST_RUN; length > 0; length /= 2) {
            for (int from = fewest.size() - length; from >= 0; from--) {
                List<RefundEvent> candidate = new ArrayList<>(fewest);
                candidate.subList(from, from + length).clear();
                if (!candidate.isEmpty() && fails.test(candidate)) {
                    fewest = candidate;
                    from = Math.min(from, fewest.size() - length + 1);
                }
            }
        }
        return fewest;
    }
}

package io.refundtool.refund.domain.promises;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks all paths through choices, the last choice first. */
final class Paths {

    private Paths() {}

    /** The path after the one that was taken; null after the last. */
    static @Nullable List<Integer> after(Choices taken) {
        for (int i = taken.taken().size() - 1; i >= 0; i--) {
            int next = taken.taken().get(i) + 1;
            if (next < taken.bounds().get(i)) {
                List<Integer> path = new ArrayList<>(taken.taken().subList(0, i));
                path.add(next);
                return path;
            }
        }
        return null;
    }
}

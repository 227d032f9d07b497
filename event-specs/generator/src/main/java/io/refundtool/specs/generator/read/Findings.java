package io.refundtool.specs.generator.read;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author sees all of it at once. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(String file, int line, String reason) {
        found.add(new Finding(file, line, reason));
    }

    List<Finding> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}

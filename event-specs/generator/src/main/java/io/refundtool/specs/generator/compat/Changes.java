package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.Compatibility;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.read.Finding;
import io.refundtool.specs.generator.read.SpecSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects differences; one in a type that several events use is one change with many places. */
final class Changes {

    private final Map<Change, List<Use>> uses = new LinkedHashMap<>();

    /** Where an event of the release is concerned; the path is empty for the event as a whole. */
    private record Use(EventSpec event, String path) {

        Compatibility mode() {
            return event.compatibility();
        }

        @Override
        public String toString() {
            return path.isEmpty() ? event.wireName() : event.wireName() + " at " + path;
        }
    }

    /** A difference in what an event of the release says; its mode there decides. */
    void add(EventSpec released, Spot spot, Change change) {
        uses.computeIfAbsent(change, it -> new ArrayList<>()).add(new Use(released, spot.inEvent()));
    }

    /** A difference that no mode of an event decides. */
    void add(Change change) {
        uses.computeIfAbsent(change, it -> new ArrayList<>());
    }

    /** What breaks a rule, by file and line. */
    List<Finding> findings(SpecSources sources) {
        List<Finding> findings = new ArrayList<>();
        uses.forEach((change, all) -> {
            List<Use> broken = all.stream()
                    .filter(use -> !change.rule().isAllowedUnder(use.mode()))
                    .toList();
            if (!broken.isEmpty() || all.isEmpty()) {
                Place place = change.place();
                findings.add(new Finding(
                        place.file(), sources.lineOf(place.file(), place.keys()), sentence(change, broken)));
            }
        });
        return findings.stream().sorted().toList();
    }

    private static String sentence(Change change, List<Use> broken) {
        return "%s (rule %s, %s: %s%s)"
                .formatted(
                        change.sentence(),
                        change.rule().id(),
                        modes(broken),
                        change.rule().reason(),
                        broken.isEmpty() ? "" : "; " + places(broken));
    }

    private static String modes(List<Use> broken) {
        return broken.isEmpty()
                ? "whatever the mode"
                : "under "
                        + broken.stream()
                                .map(Use::mode)
                                .distinct()
                                .sorted()
                                .map(Compatibility::word)
                                .collect(Collectors.joining(" and "));
    }

    private static String places(List<Use> broken) {
        int others = broken.size() - 1;
        String first = broken.getFirst().toString();
        return others == 0 ? first : "%s and %d more".formatted(first, others);
    }
}

package io.refundtool.reliability.round;

import io.refundtool.reliability.faults.FaultKind;
import io.refundtool.sandbox.report.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The table of how long refunds stood still, a row for each kind of fault. */
final class Standstills {

    private static final double MS_PER_SECOND = 1_000;

    private final Map<String, List<Long>> nanos = new HashMap<>();

    void add(Standstill standstill) {
        nanos.computeIfAbsent(standstill.word(), word -> new ArrayList<>()).add(standstill.nanos());
    }

    /** As Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(
                List.of("| fault | how often | refunds flowed again after: p50 | worst |", "|---|---|---|---|"));
        Stream.concat(
                        Stream.of(Standstill.NOTHING),
                        Arrays.stream(FaultKind.values()).map(FaultKind::word))
                .filter(nanos::containsKey)
                .map(word -> line(word, nanos.getOrDefault(word, List.of())))
                .forEach(lines::add);
        return lines;
    }

    private static String line(String word, List<Long> values) {
        Durations durations = new Durations(values);
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %.1f s | %.1f s |",
                word,
                values.size(),
                durations.percentileMs(50) / MS_PER_SECOND,
                durations.percentileMs(100) / MS_PER_SECOND);
    }
}

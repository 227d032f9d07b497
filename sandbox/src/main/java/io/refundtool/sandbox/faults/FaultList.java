package io.refundtool.sandbox.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code --faults} says: names separated by commas, each a kind, a group or {@code all}, with a rate behind an equals
 * sign or without one. What comes later wins, so {@code all,payment-twice=0} is all but one.
 */
public final class FaultList {

    private static final String ALL = "all";
    private static final int MAX_ENTRIES = 100;
    private static final Pattern RATE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,12})?|\\.[0-9]{1,12}");

    private FaultList() {}

    /**
     * The plan that the list means.
     *
     * @throws UnusableFaultsException when a name or a rate is not known; the message is one sentence
     */
    public static FaultPlan plan(String list, long seed) throws UnusableFaultsException {
        List<String> entries =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        if (entries.size() > MAX_ENTRIES) {
            throw new UnusableFaultsException(
                    "Expected --faults to have at most " + MAX_ENTRIES + " names, but it has " + entries.size());
        }
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            List<FaultKind> kinds = kinds(equals < 0 ? entry : entry.substring(0, equals));
            for (FaultKind kind : kinds) {
                rates.put(kind, equals < 0 ? kind.usualRate() : rate(entry, entry.substring(equals + 1)));
            }
        }
        return new FaultPlan(seed, rates);
    }

    private static List<FaultKind> kinds(String name) throws UnusableFaultsException {
        if (name.equals(ALL)) {
            return List.of(FaultKind.values());
        }
        for (FaultGroup group : FaultGroup.values()) {
            if (group.word().equals(name)) {
                return group.kinds();
            }
        }
        return List.of(FaultKind.of(name)
                .orElseThrow(() -> new UnusableFaultsException(
                        "Expected --faults to name %s, but '%s' is none of them".formatted(names(), name))));
    }

    private static String names() {
        return Stream.of(
                        Stream.of(ALL),
                        Arrays.stream(FaultGroup.values()).map(FaultGroup::word),
                        Arrays.stream(FaultKind.values()).map(FaultKind::word))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    private static double rate(String entry, String text) throws UnusableFaultsException {
        if (!RATE.matcher(text).matches() || Double.parseDouble(text) > 1) {
            throw new UnusableFaultsException(
                    "Expected the rate in --faults to be a number from 0 to 1, but in '%s' it is not".formatted(entry));
        }
        return Double.parseDouble(text);
    }

    /** The lines that explain every name, for {@code --help}. */
    public static List<String> help() {
        List<String> lines = new ArrayList<>();
        lines.add("  all: every kind at its usual rate");
        for (FaultGroup group : FaultGroup.values()) {
            lines.add("  " + group.word() + ": " + group.description());
            group.kinds()
                    .forEach(kind ->
                            lines.add("    %s (%s): %s".formatted(kind.word(), kind.usualRate(), kind.description())));
        }
        return lines;
    }
}

package io.refundtool.refund.scenario;

import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.refund.scenario.Outcome.Expected;
import io.refundtool.refund.scenario.Scenario.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds what a step brought about against what it had to; a difference is told with both lists. */
final class Comparison {

    private final Scope scope;
    private final Step step;
    private final Reaction reaction;

    private Comparison(Scenario scenario, Step step, Reaction reaction) {
        this.scope = new Scope(new Fixture(scenario.given()), reaction.event().refundId());
        this.step = step;
        this.reaction = reaction;
    }

    /** The difference in words; empty where there is none. */
    static Optional<String> of(Scenario scenario, Step step, Reaction reaction) {
        Comparison comparison = new Comparison(scenario, step, reaction);
        return comparison.met() ? Optional.empty() : Optional.of(comparison.difference(scenario));
    }

    private boolean met() {
        List<RefundUpdate> announced = reaction.announced();
        return switch (step.then()) {
            case Outcome.Nothing(@Nullable String because) ->
                announced.isEmpty() && !reaction.refused() && recorded(because);
            case Outcome.Refused(@Nullable String because) ->
                announced.isEmpty() && reaction.refused() && recorded(because);
            case Outcome.Announces(List<Expected> expected) ->
                expected.size() == announced.size()
                        && IntStream.range(0, expected.size()).allMatch(i -> isMet(expected.get(i), announced.get(i)));
        };
    }

    private boolean recorded(@Nullable String because) {
        return because == null
                || (reaction.reason() != null && reaction.reason().contains(because));
    }

    private boolean isMet(Expected expected, RefundUpdate actual) {
        return expected.type() == actual.eventType()
                && actual.refundId().equals(scope.refundId())
                && actualFields(expected, actual).equals(expected.fields());
    }

    /** Of an announced event, those fields that were asked for. */
    private static Map<String, Object> actualFields(Expected expected, RefundUpdate actual) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String path : expected.fields().keySet()) {
            Object value = FieldPath.of(actual.getClass(), path)
                    .map(found -> Objects.<Object>requireNonNullElse(found.in(actual), Expected.Absence.ABSENT))
                    .orElse(Expected.Absence.ABSENT);
            fields.put(path, value);
        }
        return fields;
    }

    private String difference(Scenario scenario) {
        return """
                %s: %s
                  when:      %s
                  expected:  %s
                  but found: %s
                  recorded:  %s""".formatted(
                        step.place(),
                        scenario.title(),
                        ScenarioText.of(scenario.given(), step.input()),
                        expected(),
                        found(),
                        reaction.reason() == null ? "no reason" : reaction.reason());
    }

    private String expected() {
        return switch (step.then()) {
            case Outcome.Nothing(@Nullable String because) -> "nothing" + because(because);
            case Outcome.Refused(@Nullable String because) -> "refused" + because(because);
            case Outcome.Announces(List<Expected> events) -> list(events);
        };
    }

    private static String because(@Nullable String because) {
        return because == null ? "" : " because \"" + because + "\"";
    }

    private String found() {
        if (reaction.announced().isEmpty()) {
            return reaction.refused() ? "refused" : "nothing";
        }
        List<Expected> expected = step.then() instanceof Outcome.Announces(List<Expected> events) ? events : List.of();
        return list(IntStream.range(0, reaction.announced().size())
                .mapToObj(i -> found(reaction.announced().get(i), i < expected.size() ? expected.get(i) : null))
                .toList());
    }

    private static Expected found(RefundUpdate actual, @Nullable Expected expected) {
        return expected != null && expected.type() == actual.eventType()
                ? new Expected(actual.eventType(), actualFields(expected, actual))
                : new Expected(actual.eventType(), Recording.details(actual));
    }

    private String list(List<Expected> events) {
        return events.stream()
                .map(event -> ScenarioText.expected(scope, event))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

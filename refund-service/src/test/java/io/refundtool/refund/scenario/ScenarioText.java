package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.scenario.Outcome.Expected;
import io.refundtool.refund.scenario.Scenario.Given;
import io.refundtool.refund.scenario.Scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a scenario in the format that {@link ScenarioReader} reads: a YAML document to paste at the end of a file. */
public final class ScenarioText {

    private final Fixture fixture;
    private final List<Step> before = new ArrayList<>();

    private ScenarioText(Fixture fixture) {
        this.fixture = fixture;
    }

    /**
     * A history as a scenario, expecting what the pure decider makes of it now.
     *
     * @param why the promise or the row of the state machine's tables that it is about
     * @param history of one order, in the order of arrival; the same id again is the same event again
     */
    public static String of(String title, String why, List<RefundEvent> history) {
        return of(Recording.of(title, why, history));
    }

    public static String of(Scenario scenario) {
        return new ScenarioText(new Fixture(scenario.given())).text(scenario);
    }

    /** What happens in a step, as it is written. */
    static String of(Given given, Input input) {
        return new ScenarioText(new Fixture(given)).input(input);
    }

    private String text(Scenario scenario) {
        StringBuilder text = new StringBuilder("---\n");
        text.append("scenario: ").append(ValueText.scalar(scenario.title())).append('\n');
        text.append("why: ").append(ValueText.scalar(scenario.why())).append('\n');
        text.append(given(scenario.given()));
        text.append("steps:\n");
        for (Step step : scenario.steps()) {
            text.append("  - when: ").append(input(step.input())).append('\n');
            text.append("    then: ").append(outcome(step)).append('\n');
            before.add(step);
        }
        text.append(scenario.state().isEmpty() ? "state: {}\n" : "state:\n");
        scenario.state()
                .forEach((refundId, standing) -> text.append("  ")
                        .append(refundId)
                        .append(": ")
                        .append(ValueText.fields(new Scope(fixture, refundId), standing))
                        .append('\n'));
        return text.toString();
    }

    private static String given(Given given) {
        Given usual = ScenarioReader.usual(given.orderId());
        List<String> fields = new ArrayList<>();
        if (given.country() != usual.country()) {
            fields.add("country: " + ValueText.scalar(given.country().wire()));
        }
        if (given.currency() != usual.currency()) {
            fields.add("currency: " + given.currency().wire());
        }
        Given known = new Given(given.orderId(), given.country(), given.currency(), usual.order());
        if (!given.order().equals(ScenarioReader.inCurrency(usual.order(), given.currency()))) {
            Scope scope = new Scope(new Fixture(known), Fixture.FIRST_REFUND);
            fields.add("order: " + ValueText.fields(scope, given.order()));
        }
        return fields.isEmpty() ? "" : "given: {" + String.join(", ", fields) + "}\n";
    }

    private String input(Input input) {
        return switch (input) {
            case Input.Again(int step) -> "{again: " + (step == before.size() ? "last" : "" + step) + "}";
            case Input.Passes(Awaited awaited, String refundId)
            when refundId.equals(Fixture.FIRST_REFUND) -> "{passes: " + awaited.wire() + "}";
            case Input.Passes(Awaited awaited, String refundId) ->
                "{passes: {awaited: %s, refund: %s}}".formatted(awaited.wire(), refundId);
            case Input.Arrives(Event event) -> {
                String name = InputReader.name(event.eventType());
                String fields = ValueText.fields(new Scope(fixture, event.refundId()), event);
                fixture.read(event);
                yield fields.equals("{}") ? name : "{" + name + ": " + fields + "}";
            }
        };
    }

    private String outcome(Step step) {
        return switch (step.then()) {
            case Outcome.Nothing(@Nullable String because) -> OutcomeReader.NOTHING + because(because);
            case Outcome.Refused(@Nullable String because) -> OutcomeReader.REFUSED + because(because);
            case Outcome.Announces(List<Expected> events) -> {
                Scope scope = new Scope(fixture, ScenarioReader.refundOf(step.input(), before));
                String text =
                        events.stream().map(event -> expected(scope, event)).collect(Collectors.joining(", "));
                yield events.size() == 1 && events.getFirst().fields().isEmpty() ? text : "[" + text + "]";
            }
        };
    }

    private static String because(@Nullable String because) {
        return because == null ? "" : "\n    because: " + ValueText.scalar(because);
    }

    static String expected(Scope scope, Expected expected) {
        String name = OutcomeReader.name(expected.type());
        String fields = expected.fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + field(scope, expected, field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return expected.fields().isEmpty() ? name : name + ": " + fields;
    }

    private static String field(Scope scope, Expected expected, String path, Object value) {
        if (value == Expected.Absence.ABSENT) {
            return "~";
        }
        FieldPath found = FieldPath.of(expected.type().javaType(), path).orElseThrow();
        String name = found.field()
                .map(component -> Objects.requireNonNull(component.getName()))
                .orElse("");
        return ValueText.value(scope, name, value);
    }
}

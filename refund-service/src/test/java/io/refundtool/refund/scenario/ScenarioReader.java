package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.scenario.Scenario.Given;
import io.refundtool.refund.scenario.Scenario.Step;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenarios, one a YAML document. What the format does not know is refused, with file and line. */
public final class ScenarioReader {

    private static final List<String> FIELDS = List.of("scenario", "why", "given", "steps", "state");
    private static final List<String> STEP_FIELDS = List.of("when", "then", "because");

    private final Source source;
    private final ValueReader values;
    private final Supplier<String> orderIds;

    private ScenarioReader(String file, Supplier<String> orderIds) {
        this.source = new Source(file);
        this.values = new ValueReader(source);
        this.orderIds = orderIds;
    }

    /** All scenarios of a file about order O-1. */
    public static List<Scenario> read(Path file) {
        return read(file, () -> RefundEvents.ORDER);
    }

    /** All scenarios of a file, each about an order of the next id. */
    public static List<Scenario> read(Path file, Supplier<String> orderIds) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new ScenarioReader(file.getFileName().toString(), orderIds).all(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenarios of a text about order O-1. */
    public static List<Scenario> parse(String name, String text) {
        return new ScenarioReader(name, () -> RefundEvents.ORDER).all(new StringReader(text));
    }

    private List<Scenario> all(Reader reader) {
        List<Scenario> scenarios = new ArrayList<>();
        try {
            for (Node document : new Yaml(new LoaderOptions()).composeAll(reader)) {
                scenarios.add(scenario(source.fields(document, "a scenario")));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidScenarioException(
                    new Place(source.file(), line), "Expected YAML, but " + e.getProblem(), e);
        }
        return scenarios;
    }

    private Scenario scenario(Fields fields) {
        Place place = source.place(fields.node());
        String title = source.text(fields.require("scenario"), "'scenario'");
        String why = source.text(fields.require("why"), "'why'");
        Given given = given(fields.take("given"));
        List<Node> steps = source.list(fields.require("steps"), "'steps'");
        Fields state = source.fields(fields.require("state"), "'state'");
        fields.end(FIELDS);
        Fixture fixture = new Fixture(given);
        return new Scenario(place, title, why, given, steps(fixture, fields.node(), steps), state(fixture, state));
    }

    private Given given(Optional<Node> node) {
        Given usual = usual(orderIds.get());
        if (node.isEmpty()) {
            return usual;
        }
        Fields fields = source.fields(node.get(), "'given'");
        Country country = fields.take("country")
                .map(text -> Country.find(source.text(text, "'country'"))
                        .orElseThrow(() -> source.refusal(text, "a country's two letters", "it is none")))
                .orElse(usual.country());
        CurrencyCode currency = fields.take("currency")
                .map(text -> CurrencyCode.find(source.text(text, "'currency'"))
                        .orElseThrow(() -> source.refusal(text, "a currency's three letters", "it is none")))
                .orElse(usual.currency());
        Given known = new Given(usual.orderId(), country, currency, usual.order());
        OrderBasis order = (OrderBasis) fields.take("order")
                .map(basis -> source.fields(basis, "'order'"))
                .map(basis -> values.record(scope(new Fixture(known)), OrderBasis.class, basis))
                .orElse(inCurrency(usual.order(), currency));
        fields.end(List.of("country", "currency", "order"));
        return new Given(usual.orderId(), country, currency, order);
    }

    static Given usual(String orderId) {
        return new Given(orderId, Country.RU, CurrencyCode.RUB, RefundEvents.order());
    }

    static OrderBasis inCurrency(OrderBasis order, CurrencyCode currency) {
        return new OrderBasis(order.orderedAt(), currency, order.customer(), order.payments(), order.lines());
    }

    private static Scope scope(Fixture fixture) {
        return new Scope(fixture, Fixture.FIRST_REFUND);
    }

    private List<Step> steps(Fixture fixture, Node scenario, List<Node> nodes) {
        if (nodes.isEmpty() || nodes.size() > Scenario.MAX_STEPS) {
            throw source.refusal(
                    scenario, "from 1 to %d steps".formatted(Scenario.MAX_STEPS), "it has " + nodes.size());
        }
        List<Step> steps = new ArrayList<>();
        for (Node node : nodes) {
            Fields fields = source.fields(node, "a step");
            Input input = new InputReader(source, fixture, steps.size()).read(fields.require("when"));
            Scope scope = new Scope(fixture, refundOf(input, steps));
            Outcome then = new OutcomeReader(source)
                    .read(scope, fields.require("then"), fields.take("because").orElse(null));
            fields.end(STEP_FIELDS);
            steps.add(new Step(source.place(node), input, then));
        }
        return steps;
    }

    /** The refund that an input is about. */
    static String refundOf(Input input, List<Step> before) {
        return switch (input) {
            case Input.Arrives(Event event) -> event.refundId();
            case Input.Again(int step) -> refundOf(before.get(step - 1).input(), before);
            case Input.Passes(Awaited _, String refundId) -> refundId;
        };
    }

    private Map<String, Standing> state(Fixture fixture, Fields fields) {
        Map<String, Standing> state = new LinkedHashMap<>();
        fields.rest().forEach((refundId, node) -> {
            Fields standing = source.fields(node, "the state of " + refundId);
            state.put(refundId, (Standing) values.record(new Scope(fixture, refundId), Standing.class, standing));
        });
        return state;
    }
}

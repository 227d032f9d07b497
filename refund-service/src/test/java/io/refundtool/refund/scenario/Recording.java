package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.scenario.Outcome.Expected;
import io.refundtool.refund.scenario.Scenario.Given;
import io.refundtool.refund.scenario.Scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a scenario of a history: what the pure decider brings about is what is expected. A property that fails prints it
 * with {@link ScenarioText}, and whoever mends the machine corrects what is expected.
 */
public final class Recording {

    private static final Place NOWHERE = new Place("recorded", 1);

    /** What tells announcements of a type from each other. */
    private static final List<String> TELLING = List.of("code", "attempt", "movement", "compensates");

    private Recording() {}

    /**
     * The scenario of a history of one order.
     *
     * @param history in the order of arrival; the same id again is the same event again
     */
    public static Scenario of(String title, String why, List<RefundEvent> history) {
        List<Step> steps = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        DeciderMachine machine = new DeciderMachine(given(history));
        for (RefundEvent event : history) {
            Integer earlier = seen.putIfAbsent(event.meta().id(), steps.size() + 1);
            Input input = earlier == null ? new Input.Arrives(event.event()) : new Input.Again(earlier);
            steps.add(new Step(NOWHERE, input, outcome(machine, event)));
        }
        return new Scenario(NOWHERE, title, why, given(history), steps, machine.standings());
    }

    /** A history that makes the machine fail is worth printing too. */
    private static Outcome outcome(DeciderMachine machine, RefundEvent event) {
        try {
            return outcome(machine.happens(event.meta().id(), event.event()));
        } catch (RuntimeException | AssertionError failure) {
            return new Outcome.Nothing("anything but " + failure);
        }
    }

    private static Given given(List<RefundEvent> history) {
        Event first = history.getFirst().event();
        Given usual = ScenarioReader.usual(first.orderId());
        OrderBasis order = history.stream()
                .map(RefundEvent::event)
                .filter(RefundRequested.class::isInstance)
                .map(event -> ((RefundRequested) event).order())
                .findFirst()
                .orElse(usual.order());
        return new Given(first.orderId(), first.country(), order.currency(), order);
    }

    private static Outcome outcome(Reaction reaction) {
        if (!reaction.announced().isEmpty()) {
            return new Outcome.Announces(reaction.announced().stream()
                    .map(event -> new Expected(event.eventType(), details(event)))
                    .toList());
        }
        return reaction.refused() ? new Outcome.Refused(reaction.reason()) : new Outcome.Nothing(reaction.reason());
    }

    /** The fields of an announcement that tell it from others of its type. */
    static Map<String, Object> details(RefundUpdate event) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (String name : TELLING) {
            FieldPath.of(event.getClass(), name).ifPresent(path -> {
                Object value = path.in(event);
                if (value != null && !value.equals(1)) {
                    details.put(name, value);
                }
            });
        }
        return details;
    }
}

package io.refundtool.refund.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.refund.scenario.Scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plays a scenario. Every step is exact, and at the end the last event arrives once more and has to change nothing.
 */
public final class ScenarioRun {

    private final Scenario scenario;
    private final Machine machine;
    private final List<Reaction> reactions = new ArrayList<>();

    private ScenarioRun(Scenario scenario, Machine machine) {
        this.scenario = scenario;
        this.machine = machine;
    }

    /**
     * Plays a scenario to its end.
     *
     * @throws AssertionError naming file and line, with what was expected and what came
     */
    public static List<Reaction> of(Scenario scenario, Machine machine) {
        ScenarioRun run = new ScenarioRun(scenario, machine);
        scenario.steps().forEach(run::play);
        run.checkState(scenario.place() + " at the end");
        run.again(run.reactions.getLast());
        run.checkState(scenario.place() + " after the last event came again");
        return run.reactions;
    }

    private void play(Step step) {
        String eventId = "e" + (reactions.size() + 1);
        Reaction reaction = switch (step.input()) {
            case Input.Arrives(Event event) -> machine.happens(eventId, event);
            case Input.Again(int number) -> {
                Reaction earlier = reactions.get(number - 1);
                yield machine.happens(earlier.eventId(), earlier.event());
            }
            case Input.Passes(Awaited awaited, String refundId) -> machine.passes(eventId, awaited, refundId);
        };
        reactions.add(reaction);
        Comparison.of(scenario, step, reaction).ifPresent(difference -> {
            throw new AssertionError(difference);
        });
    }

    private void again(Reaction last) {
        Reaction again = machine.happens(last.eventId(), last.event());
        assertThat(again.announced())
                .as("%s: announced when the last event came again", scenario.place())
                .isEmpty();
    }

    private void checkState(String when) {
        Map<String, Standing> actual = machine.standings();
        assertThat(actual.keySet())
                .as("refunds of %s", when)
                .isEqualTo(scenario.state().keySet());
        actual.forEach((refundId, stands) -> {
            Standing expected = scenario.state().getOrDefault(refundId, stands);
            assertThat(expected.isMetBy(stands))
                    .as("%s: expected %s to stand as %s, but it stands as %s", when, refundId, expected, stands)
                    .isTrue();
        });
    }
}

package io.refundtool.refund.scenario;

import io.refundtool.refund.domain.RefundEvents;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every scenario on the pure decider. */
class ScenarioOnDeciderTest {

    @TestFactory
    Stream<DynamicNode> shouldBringAboutWhatScenariosSay() {
        return ScenarioFiles.tests(
                () -> RefundEvents.ORDER,
                scenario -> () -> ScenarioRun.of(scenario, new DeciderMachine(scenario.given())));
    }
}

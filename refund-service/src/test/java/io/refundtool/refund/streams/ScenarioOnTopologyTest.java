package io.refundtool.refund.streams;

import io.refundtool.refund.scenario.ScenarioFiles;
import io.refundtool.refund.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every scenario on the topology, with its stores and serdes and without a broker. Each has an order of its own in the
 * same stores, as orders do.
 */
class ScenarioOnTopologyTest {

    @TempDir
    private static Path stateDir;

    private static RefundTopologyDriver driver;
    private static TopologyMachine.Clock clock;

    @BeforeAll
    static void open() {
        driver = new RefundTopologyDriver(stateDir);
        clock = new TopologyMachine.Clock(driver);
    }

    @AfterAll
    static void close() {
        driver.close();
    }

    @TestFactory
    Stream<DynamicNode> shouldBringAboutWhatScenariosSay() {
        AtomicInteger orders = new AtomicInteger();
        return ScenarioFiles.tests(
                () -> "O-" + orders.incrementAndGet(),
                scenario -> () -> ScenarioRun.of(scenario, new TopologyMachine(scenario.given(), driver, clock)));
    }
}

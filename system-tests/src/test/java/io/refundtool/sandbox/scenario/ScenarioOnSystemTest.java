package io.refundtool.sandbox.scenario;

import io.refundtool.refund.scenario.Scenario;
import io.refundtool.refund.scenario.ScenarioFiles;
import io.refundtool.refund.scenario.ScenarioRun;
import io.refundtool.sandbox.system.ScenarioSystem;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every scenario on the running system: broker, database, events-bus and refund-service. Each has an order of its own, so
 * several are played side by side.
 */
class ScenarioOnSystemTest {

    private static final int SIDE_BY_SIDE = 16;

    @TempDir
    private static Path directory;

    private static ScenarioSystem system;
    private static World world;
    private static RefundServiceApi api;
    private static Facts facts;
    private static ExecutorService players;

    @BeforeAll
    static void start() throws InterruptedException {
        system = ScenarioSystem.start(directory);
        world = new World(system);
        api = new RefundServiceApi(system.refundService());
        facts = new Facts(system.kafka());
        players = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    }

    @AfterAll
    static void stop() {
        players.shutdownNow();
        facts.close();
        api.close();
        world.close();
        system.close();
    }

    @TestFactory
    Stream<DynamicNode> shouldBringAboutWhatScenariosSay() {
        AtomicInteger orders = new AtomicInteger();
        return ScenarioFiles.tests(() -> "SCENARIO-" + orders.incrementAndGet(), scenario -> {
            Future<?> played = players.submit(() -> play(scenario));
            return () -> result(played);
        });
    }

    private static void play(Scenario scenario) {
        ScenarioRun.of(scenario, new SystemMachine(scenario.given(), world, api, facts));
    }

    private static void result(Future<?> played) throws Throwable {
        try {
            played.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}

package io.refundtool.refund.scenario;

import static java.util.Locale.ROOT;

import io.refundtool.refund.domain.RefundEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * The scenarios of this repository. {@code -Dscenario='text'} leaves only those whose file name or title contains the text.
 */
public final class ScenarioFiles {

    /** Seen from any module. */
    private static final Path DIRECTORY = Path.of("..", "sandbox", "scenarios");

    private static final String FILTER = "scenario";

    private ScenarioFiles() {}

    /**
     * A test for each scenario, file by file.
     *
     * @param orderIds the order of each scenario
     * @param player called for all scenarios before the first test runs, so that it may play them side by side; what it
     *     returns is the test
     */
    public static Stream<DynamicNode> tests(Supplier<String> orderIds, Function<Scenario, Executable> player) {
        return files().stream().map(file -> container(file, orderIds, player)).toList().stream();
    }

    private static DynamicNode container(Path file, Supplier<String> orderIds, Function<Scenario, Executable> player) {
        List<DynamicTest> tests = ScenarioReader.read(file, orderIds).stream()
                .filter(ScenarioFiles::wanted)
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), player.apply(scenario)))
                .toList();
        return DynamicContainer.dynamicContainer(file.getFileName().toString(), tests);
    }

    /** All scenarios, whatever the filter says. */
    public static List<Scenario> all() {
        return files().stream()
                .flatMap(file -> ScenarioReader.read(file, () -> RefundEvents.ORDER).stream())
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wanted(Scenario scenario) {
        String filter = System.getProperty(FILTER, "").toLowerCase(ROOT);
        return scenario.title().toLowerCase(ROOT).contains(filter)
                || scenario.place().file().toLowerCase(ROOT).contains(filter);
    }
}

package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.scenario.DeciderMachine;
import io.refundtool.refund.scenario.Reaction;
import io.refundtool.refund.scenario.Scenario;
import io.refundtool.refund.scenario.ScenarioReader;
import io.refundtool.refund.scenario.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Histories that once broke a promise keep all of them now, and end as a person found right. */
class RegressionsTest {

    @TestFactory
    Stream<DynamicTest> shouldKeepWhatWasOnceBroken() throws IOException {
        try (Stream<Path> files = Files.list(Regressions.DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .flatMap(file -> ScenarioReader.read(file).stream())
                    .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> plays(scenario)));
        }
    }

    private static void plays(Scenario scenario) {
        List<Reaction> reactions = ScenarioRun.of(scenario, new DeciderMachine(scenario.given()));
        List<RefundEvent> events = reactions.stream()
                .map(reaction -> RefundEvents.arrives(reaction.eventId(), reaction.event()))
                .toList();
        Fold fold = Fold.of(new Journal(), events);
        Bytes.assertSame(Fold.unchecked(fold.events()), fold);
        assertThat(fold.order().all()).as("refunds").isNotEmpty();
    }
}

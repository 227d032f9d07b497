package io.refundtool.reliability.round;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.reliability.faults.Fault;
import io.refundtool.reliability.faults.RoundPlan;
import io.refundtool.reliability.process.Directories;
import io.refundtool.reliability.process.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rounds one after another. A system lives through several; one whose round failed is not used again, and what it wrote is
 * kept for whoever looks into it.
 */
public final class Rounds {

    /** More than this are counted, not shown. */
    private static final int MAX_SHOWN = 20;

    private static final double MS_PER_SECOND = 1_000;

    private final RoundOptions options;
    private final Consumer<String> console;
    private final Requests requests;
    private final RoundPlan plan;
    private final Standstills standstills = new Standstills();
    private int failed;

    /**
     * Rounds that have not begun.
     *
     * @param console told how it goes
     */
    public Rounds(RoundOptions options, Consumer<String> console) {
        this.options = options;
        this.console = console;
        this.requests = RealReturns.in(options.data())
                ? RealReturns.read(options.data())
                : new CatalogueRequests(options.seed());
        this.plan = new RoundPlan(options.seed(), options.faultsPerRound());
    }

    /** Runs all of them; whether all were good. */
    public boolean run() throws InterruptedException {
        int round = options.first();
        int end = options.first() + options.rounds();
        while (round < end) {
            round = lifeOfASystem(round, Math.min(end, round + options.roundsPerStart()));
        }
        standstills.lines().forEach(console);
        console.accept("%d rounds, %d failed".formatted(options.rounds(), failed));
        return failed == 0;
    }

    private int lifeOfASystem(int first, int end) throws InterruptedException {
        Path directory = options.directory().resolve("from-round-" + first);
        EmbeddedDatabase.stopLeftOver(directory.resolve(Parts.POSTGRES));
        Directories.delete(directory);
        int round = first;
        boolean good = true;
        try (RunningSystem system = new RunningSystem(directory, requests)) {
            while (good && round < end) {
                good = run(round, system, directory);
                round++;
            }
        }
        if (good) {
            Directories.delete(directory);
        }
        return round;
    }

    private boolean run(int round, RunningSystem system, Path directory) throws InterruptedException {
        List<Fault> faults = plan.faults(round);
        Load load = new Load(requests.of(round), options.perSecond(), system.flow());
        RoundReport report = new Round(system, load, faults).run();
        report.standstills().forEach(standstills::add);
        console.accept(line(round, report));
        if (!report.good()) {
            failed++;
            complain(round, report, faults, directory);
        }
        return report.good();
    }

    private static String line(int round, RoundReport report) {
        return String.format(
                Locale.ROOT,
                "round %d: %s; %d refunds, %.1f s, %s",
                round,
                report.standstills().stream().map(Standstill::toString).collect(Collectors.joining(", ")),
                report.requested(),
                report.took().toMillis() / MS_PER_SECOND,
                report.good() ? "good" : "FAILED");
    }

    private void complain(int round, RoundReport report, List<Fault> faults, Path directory) {
        report.findings().stream().limit(MAX_SHOWN).forEach(finding -> console.accept("  " + finding));
        if (report.findings().size() > MAX_SHOWN) {
            console.accept("  … and %d more".formatted(report.findings().size() - MAX_SHOWN));
        }
        faults.forEach(fault -> console.accept(
                "  planned: after %d ms %s".formatted(fault.after().toMillis(), fault)));
        console.accept("  logs and data: " + directory.toAbsolutePath());
        console.accept("  again: " + options.command(round));
    }
}

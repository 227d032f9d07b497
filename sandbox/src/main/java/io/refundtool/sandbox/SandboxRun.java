package io.refundtool.sandbox;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.feed.Backpressure;
import io.refundtool.sandbox.feed.Catalogue;
import io.refundtool.sandbox.feed.ShopExport;
import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.run.PacedCatalogue;
import io.refundtool.sandbox.run.ProgressLine;
import io.refundtool.sandbox.run.RequestSource;
import io.refundtool.sandbox.run.Run;
import io.refundtool.sandbox.run.RunTracker;
import io.refundtool.sandbox.system.RefundSystem;
import io.refundtool.sandbox.system.SystemOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** One run from start to end, as a person sees it. */
final class SandboxRun {

    static final int OK = 0;
    static final int FAILED = 1;

    private final RunOptions options;
    private final Console console;
    private final Backpressure backpressure;
    private final RunTracker tracker;

    SandboxRun(RunOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.backpressure = new Backpressure(
                options.faults().any() ? Backpressure.MAX_UNFINISHED_IN_HASTE : Backpressure.MAX_UNFINISHED);
        this.tracker = new RunTracker(backpressure);
    }

    int run() throws InterruptedException, IOException {
        // Read first: a missing file is told before anything is started.
        Optional<ShopExport> export = ImportedExport.read(options, console);
        try (CtrlC ctrlC = CtrlC.stops(Thread.currentThread(), console)) {
            return run(export, ctrlC);
        }
    }

    private int run(Optional<ShopExport> export, CtrlC ctrlC) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        try (RefundSystem system = RefundSystem.start(how(export), tracker.copies(), console::say)) {
            console.say("Everything is up after %.1f s".formatted(seconds(begin)));
            system.show("/audit", () -> LiveAudit.of(system, tracker));
            WhereToLook.lines(
                            system.ports(),
                            options.directory(),
                            options.hosting().startsServers())
                    .forEach(console::say);
            int result = run(system, export);
            if (!options.exit() && result == OK) {
                console.say("Everything stays up; Ctrl-C stops it.");
                new CountDownLatch(1).await();
            }
            return result;
        } catch (RuntimeException e) {
            if (ctrlC.pressed()) {
                throw new InterruptedException(e.toString());
            }
            throw e;
        }
    }

    private SystemOptions how(Optional<ShopExport> export) {
        return export.map(shop -> how(ImportedExport.countries(shop), Set.of(), SystemOptions.Pace.FULL_SPEED))
                .orElseGet(() -> how(
                        Catalogue.countries(), Catalogue.countriesWithoutFiscalization(), SystemOptions.Pace.STEADY));
    }

    private SystemOptions how(Set<Country> countries, Set<Country> without, SystemOptions.Pace pace) {
        return new SystemOptions(
                options.directory(),
                options.keep(),
                options.ports(),
                countries,
                without,
                pace,
                options.faults(),
                options.hosting());
    }

    private static double seconds(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1000.0;
    }

    private int run(RefundSystem system, Optional<ShopExport> export) throws InterruptedException, IOException {
        Run run = new Run(system, tracker, backpressure, options.lanes(), options.stall());
        CountedRequests requests = new CountedRequests(source(export));
        Run.End end = run.run(requests, new ProgressLine(console));
        Verdict verdict = new Verdict(system, tracker, console);
        if (export.isPresent()) {
            verdict.report(export.get(), options.report());
        } else {
            verdict.table(requests.given());
        }
        return switch (end) {
            case ALL_ENDED -> verdict.audit() ? OK : FAILED;
            case STALLED -> {
                verdict.stalled(options.stall(), run.underWay());
                yield FAILED;
            }
        };
    }

    private RequestSource source(Optional<ShopExport> export) {
        if (export.isPresent()) {
            return ImportedExport.source(export.get());
        }
        // Only data of earlier runs makes it necessary that ids differ from theirs; otherwise the seed makes them.
        String run = options.keep()
                ? Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                : "s" + Long.toString(options.seed(), Character.MAX_RADIX).replace('-', 'm');
        return new PacedCatalogue(new Catalogue(options.seed(), run), options.rate(), options.count());
    }
}

package io.refundtool.sandbox;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.feed.Backpressure;
import io.refundtool.sandbox.run.RequestSource;
import io.refundtool.sandbox.run.Run;
import io.refundtool.sandbox.run.RunTracker;
import io.refundtool.sandbox.run.SettledAudit;
import io.refundtool.sandbox.system.RefundSystem;
import io.refundtool.sandbox.system.SystemOptions;
import io.refundtool.sandbox.system.SystemPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The whole system on ports that the machine chooses. */
final class SandboxFixture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LANES = 4;

    private final Backpressure backpressure = new Backpressure(Backpressure.MAX_UNFINISHED);
    private final RunTracker tracker = new RunTracker(backpressure);
    private final RefundSystem system;

    SandboxFixture(Path directory, Set<Country> countries, Set<Country> withoutFiscalization)
            throws InterruptedException {
        this(directory, countries, withoutFiscalization, FaultPlan.none());
    }

    SandboxFixture(Path directory, Set<Country> countries, Set<Country> withoutFiscalization, FaultPlan faults)
            throws InterruptedException {
        this.system = RefundSystem.start(
                new SystemOptions(
                        directory,
                        false,
                        SystemPorts.any(),
                        countries,
                        withoutFiscalization,
                        SystemOptions.Pace.FULL_SPEED,
                        faults),
                tracker.copies(),
                sentence -> {});
    }

    /** Runs all requests to their end. */
    Run.End run(RequestSource source) throws InterruptedException {
        return new Run(system, tracker, backpressure, LANES, PATIENCE).run(source, progress -> {});
    }

    List<Finding> audit() throws InterruptedException {
        return SettledAudit.of(system, tracker);
    }

    /** What is wrong now, without waiting for it to settle. */
    List<Finding> auditOnce() throws InterruptedException {
        return SettledAudit.of(system, tracker, 1);
    }

    RunTracker tracker() {
        return tracker;
    }

    RefundSystem system() {
        return system;
    }

    @Override
    public void close() {
        system.close();
    }
}

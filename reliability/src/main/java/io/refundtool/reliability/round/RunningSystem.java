package io.refundtool.reliability.round;

import io.refundtool.reliability.process.OwnProcesses;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.feed.Backpressure;
import io.refundtool.sandbox.run.RunTracker;
import io.refundtool.sandbox.system.RefundSystem;
import io.refundtool.sandbox.system.SystemOptions;
import java.nio.file.Path;

/** The system in its processes, simulators and whoever watches in this one. */
final class RunningSystem implements AutoCloseable {

    private final OwnProcesses processes;
    private final Backpressure backpressure = new Backpressure(Backpressure.MAX_UNFINISHED);
    private final RunTracker tracker = new RunTracker(backpressure);
    private final Flow flow = new Flow();
    private final RefundSystem system;

    /** Starts everything and returns when all of it is up. */
    RunningSystem(Path directory, Requests requests) throws InterruptedException {
        this.processes = new OwnProcesses(directory);
        tracker.copies().tell(flow);
        try {
            this.system = RefundSystem.start(
                    new SystemOptions(
                            directory.toAbsolutePath(),
                            false,
                            processes.ports(),
                            requests.countries(),
                            requests.countriesWithoutFiscalization(),
                            SystemOptions.Pace.FULL_SPEED,
                            FaultPlan.none(),
                            processes),
                    tracker.copies(),
                    progress -> {});
        } catch (RuntimeException | InterruptedException e) {
            processes.closeProxies();
            throw e;
        }
    }

    OwnProcesses processes() {
        return processes;
    }

    Backpressure backpressure() {
        return backpressure;
    }

    RunTracker tracker() {
        return tracker;
    }

    Flow flow() {
        return flow;
    }

    RefundSystem system() {
        return system;
    }

    @Override
    public void close() {
        system.close();
        processes.closeProxies();
    }
}

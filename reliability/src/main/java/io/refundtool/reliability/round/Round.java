package io.refundtool.reliability.round;

import io.refundtool.reliability.faults.Fault;
import io.refundtool.reliability.faults.Strikes;
import io.refundtool.reliability.process.Parts;
import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.run.Run;
import io.refundtool.sandbox.run.SettledAudit;
import io.refundtool.sandbox.system.Readiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One round: refunds flow, faults strike, everything is healed, refunds flow again in every partition, the load ends, every
 * refund comes to its end, nothing is under way any more, and the audit holds all ledgers and topics side by side.
 */
final class Round {

    /** How long nothing may move, and how long refunds may stand still after everything is healed. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * For what is under way to end when nothing goes wrong any more; longer than the lease of a mail (3 min), which is how
     * long a mail waits whose sender was killed with it.
     */
    private static final Duration QUIET_PATIENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LANES = 4;
    private static final int MAX_NAMED = 20;

    private final RunningSystem running;
    private final Load load;
    private final List<Fault> faults;
    private final List<Standstill> standstills = Collections.synchronizedList(new ArrayList<>());
    private final List<String> findings = Collections.synchronizedList(new ArrayList<>());

    Round(RunningSystem running, Load load, List<Fault> faults) {
        this.running = running;
        this.load = load;
        this.faults = List.copyOf(faults);
    }

    /** Runs to the end. */
    RoundReport run() throws InterruptedException {
        long began = System.nanoTime();
        Thread director = Thread.ofPlatform().name("faults").daemon().start(this::strike);
        Run run = new Run(running.system(), running.tracker(), running.backpressure(), LANES, QUIET_PATIENCE);
        try {
            Run.End end = run.run(load, progress -> {});
            director.join();
            judge(end, run);
        } catch (IllegalStateException e) {
            findings.add("Expected the round to come to its end, but " + e.getMessage());
        } finally {
            director.interrupt();
            director.join();
        }
        return new RoundReport(load.given(), standstills, findings, Duration.ofNanos(System.nanoTime() - began));
    }

    private void strike() {
        try {
            Outage warmUp = running.flow().begin();
            awaitEnd(warmUp, "the round's begin");
            warmUp.nanos().ifPresent(nanos -> standstills.add(Standstill.ofNothing(nanos)));
            strikeAll();
            for (String service : Parts.services()) {
                Readiness.await(service, running.processes().uri(service));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.add("Expected everything to be healed, but " + e.getMessage());
        } finally {
            load.stop();
        }
    }

    private void strikeAll() throws InterruptedException {
        Strikes strikes = new Strikes(running.processes());
        List<Future<?>> struck = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            faults.forEach(fault -> struck.add(each.submit(() -> {
                strike(strikes, fault);
                return null;
            })));
        }
        for (Future<?> one : struck) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void strike(Strikes strikes, Fault fault) throws InterruptedException {
        Thread.sleep(fault.after());
        List<Outage> outage = new ArrayList<>();
        strikes.strike(fault, () -> outage.add(running.flow().begin()));
        awaitEnd(outage.getFirst(), fault.toString());
        outage.getFirst().nanos().ifPresent(nanos -> standstills.add(new Standstill(fault, nanos)));
    }

    private void awaitEnd(Outage outage, String since) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (outage.nanos().isEmpty()) {
            if (System.nanoTime() - end > 0) {
                findings.add("Expected refunds to flow again in every partition within %d s after %s, but not in %s"
                        .formatted(PATIENCE.toSeconds(), since, outage.still()));
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    private void judge(Run.End end, Run run) throws InterruptedException {
        if (end == Run.End.STALLED) {
            running.tracker().unfinished().stream()
                    .limit(MAX_NAMED)
                    .forEach(refund ->
                            findings.add("Expected %s to come to its end, but it does not move".formatted(refund)));
            run.underWay().forEach(sentence -> findings.add("Expected quiet, but " + sentence));
        }
        SettledAudit.of(running.system(), running.tracker()).stream()
                .map(Finding::toString)
                .forEach(findings::add);
        findings.addAll(new ReplayCheck(Flow.PARTITIONS, running.system().refundServices()).findings());
    }
}

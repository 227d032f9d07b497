package io.refundtool.benchmarks.failover;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Three instances in processes of their own under traffic: the one that works on the most orders is killed, several times,
 * then one after the other is stopped and started. Prints for each setup how long a refund waited at most, and how long an order could not be read.
 */
public final class FailoverBenchmark {

    private static final int KILLS = Integer.getInteger("failover.kills", 3);
    private static final String WANTED = System.getProperty("failover.setups", "");

    /** How long it is looked after a change; longer than anything that is to be measured. */
    private static final Duration WATCHED = Duration.ofSeconds(25);

    private static final PrintStream OUT = System.out;

    private FailoverBenchmark() {}

    /** Ends the process, since the broker's threads would not let it end. */
    public static void main(String[] arguments) {
        OUT.printf(
                "%-32s %-8s %12s %12s %8s %8s %8s%n",
                "setup", "", "refund waits", "no read for", "reads", "failed", "copies");
        for (Setup setup : Setup.ALL) {
            if (WANTED.isEmpty() || WANTED.equals(setup.name())) {
                try (Fleet fleet = new Fleet(setup)) {
                    kills(setup, fleet);
                    rolling(setup, fleet);
                }
            }
        }
        System.exit(0);
    }

    private static void kills(Setup setup, Fleet fleet) {
        for (int i = 0; i < KILLS; i++) {
            Instance victim = fleet.busiest();
            fleet.forget();
            victim.kill();
            LockSupport.parkNanos(WATCHED.toNanos());
            print(setup, "killed", fleet);
            fleet.forget();
            victim.startAgain();
            Fleet.await("started", victim::isListening);
            fleet.awaitSettled();
            print(setup, "back", fleet);
        }
    }

    private static void rolling(Setup setup, Fleet fleet) {
        fleet.forget();
        for (Instance instance : fleet.instances()) {
            instance.stop();
            instance.startAgain();
            Fleet.await("started", instance::isListening);
            fleet.awaitSettled();
        }
        print(setup, "rolling", fleet);
    }

    private static void print(Setup setup, String what, Fleet fleet) {
        Reader.Result reads = fleet.reader().result();
        OUT.printf(
                "%-32s %-8s %9d ms %9d ms %8d %8d %8d%n",
                setup.name(),
                what,
                fleet.traffic().worst().toMillis(),
                reads.worst().toMillis(),
                reads.reads(),
                reads.failed(),
                reads.stale());
    }
}

package io.refundtool.sandbox;

import io.refundtool.sandbox.faults.FaultList;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.faults.UnusableFaultsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes wrong in a run. */
final class FaultFlags {

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description =
                    "Let simulators misbehave: names of kinds or groups (below), or 'all', separated by commas, each with a rate from 0 to 1 behind '=' or at its usual one; what comes later wins, as in all,payment-decline=0.5,atol-stuck=0. Deadlines are short then.")
    private @Nullable String faults;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Seed of the catalogue's refunds and of all faults: the same seed makes the same again (default ${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    FaultPlan plan() throws UnusableFaultsException {
        return faults == null ? FaultPlan.none() : FaultList.plan(faults, seed);
    }
}

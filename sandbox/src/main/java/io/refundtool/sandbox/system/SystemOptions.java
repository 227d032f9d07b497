package io.refundtool.sandbox.system;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.faults.FaultPlan;
import java.nio.file.Path;
import java.util.Set;

/**
 * How the system is started.
 *
 * @param directory where its data is
 * @param keep whether to go on with the data of the last run
 * @param countries those with a BOB of their own
 * @param withoutFiscalization those whose law asks for no receipt; all others do here
 * @param pace what refund-service's transactions are made for
 * @param faults what goes wrong around it
 * @param hosting where broker, database and services run
 */
public record SystemOptions(
        Path directory,
        boolean keep,
        SystemPorts ports,
        Set<Country> countries,
        Set<Country> withoutFiscalization,
        Pace pace,
        FaultPlan faults,
        Hosting hosting) {

    /** Everything in this process. */
    public SystemOptions(
            Path directory,
            boolean keep,
            SystemPorts ports,
            Set<Country> countries,
            Set<Country> withoutFiscalization,
            Pace pace,
            FaultPlan faults) {
        this(directory, keep, ports, countries, withoutFiscalization, pace, faults, new InThisProcess());
    }

    /** What refund-service's transactions are made for. */
    public enum Pace {
        /** A refund at a time, soon. */
        STEADY("20ms"),
        /** As many refunds as the machine can. */
        FULL_SPEED("100ms");

        private final String commitInterval;

        Pace(String commitInterval) {
            this.commitInterval = commitInterval;
        }

        String commitInterval() {
            return commitInterval;
        }
    }
}

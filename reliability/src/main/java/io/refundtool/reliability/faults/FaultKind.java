package io.refundtool.reliability.faults;

import io.refundtool.reliability.process.Parts;
import java.util.List;
import java.util.Locale;

/** The kinds of things that go wrong. */
public enum FaultKind {
    KILL_INSTANCE(Victim.INSTANCE, 0, 3_000, "an instance of refund-service is killed (SIGKILL) and started again"),
    LOSE_STATE(Victim.INSTANCE, 0, 3_000, "as kill-instance, and its local state is deleted while it is down"),
    PAUSE_INSTANCE(
            Victim.INSTANCE, 1_000, 15_000, "an instance of refund-service is stopped (SIGSTOP) and goes on (SIGCONT)"),
    KILL_SERVICE(Victim.OTHER_SERVICE, 0, 3_000, "another service is killed (SIGKILL) and started again"),
    PAUSE_SERVICE(Victim.OTHER_SERVICE, 1_000, 15_000, "another service is stopped (SIGSTOP) and goes on (SIGCONT)"),
    BROKER_STOP(Victim.BROKER, 0, 3_000, "the broker is stopped in order (SIGTERM) and started again"),
    BROKER_KILL(Victim.BROKER, 0, 3_000, "the broker is killed (SIGKILL) and started again"),
    DATABASE_STOP(Victim.DATABASE, 0, 5_000, "PostgreSQL is stopped (fast) and started again"),
    DATABASE_ABORT(Victim.DATABASE, 0, 5_000, "PostgreSQL is stopped at once (immediate) and started again"),
    CUT(Victim.ANY_SERVICE, 1_000, 12_000, "connections between a service and Kafka are reset, and new ones too"),
    SILENCE(Victim.ANY_SERVICE, 1_000, 12_000, "bytes between a service and Kafka are held back");

    private enum Victim {
        INSTANCE,
        OTHER_SERVICE,
        ANY_SERVICE,
        BROKER,
        DATABASE
    }

    private final Victim victim;
    private final int leastMs;
    private final int mostMs;
    private final String description;

    FaultKind(Victim victim, int leastMs, int mostMs, String description) {
        this.victim = victim;
        this.leastMs = leastMs;
        this.mostMs = mostMs;
        this.description = description;
    }

    /** Its name in tables and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens, as a clause. */
    public String description() {
        return description;
    }

    /** It lasts at least so long. */
    int leastMs() {
        return leastMs;
    }

    /** It lasts less than this; what has to start again takes its own time behind that. */
    int mostMs() {
        return mostMs;
    }

    /** Whom it can hit. */
    List<String> victims() {
        return switch (victim) {
            case INSTANCE -> Parts.instances();
            case OTHER_SERVICE -> Parts.others();
            case ANY_SERVICE -> Parts.services();
            case BROKER -> List.of(Parts.KAFKA);
            case DATABASE -> List.of(Parts.POSTGRES);
        };
    }
}

package io.refundtool.sandbox.run;

import io.refundtool.sandbox.system.RefundSystem;
import java.time.Duration;
import java.util.List;

/**
 * Whether a run that has come to its ends will stay there. Without faults nothing leaves its end; with them money can come
 * back late, and a mail, a receipt or a reversal can still be under way.
 */
final class Settling {

    /** A look reads every topic. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final RefundSystem system;
    private long lookedAtNanos = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    private List<String> underWay = List.of();

    Settling(RefundSystem system) {
        this.system = system;
    }

    /** Asked again and again while every refund is at its end. */
    boolean settled() throws InterruptedException {
        if (!system.misbehaves()) {
            return true;
        }
        if (System.nanoTime() - lookedAtNanos < BETWEEN_LOOKS.toNanos()) {
            return false;
        }
        underWay = system.quiescence().underWay();
        lookedAtNanos = System.nanoTime();
        return underWay.isEmpty();
    }

    /** What was under way at the last look, in sentences. */
    List<String> underWay() {
        return underWay;
    }
}

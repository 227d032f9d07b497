package io.refundtool.sandbox.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says of each case whether something goes wrong in it, and how. Every answer is a function of the seed, the kind of
 * fault and the case's key alone, so the same seed makes the same faults again whatever the threads do.
 *
 * <p>A key has to be stable: an idempotency key, a movement, a refund with its status; with the number of the attempt
 * where each attempt is a case of its own.
 */
public final class FaultPlan {

    private static final FaultPlan NONE = new FaultPlan(0, Map.of());

    private final long seed;
    private final Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);

    /**
     * A plan.
     *
     * @param rates the share of cases of each kind, from 0 to 1; a kind that is missing never happens
     */
    public FaultPlan(long seed, Map<FaultKind, Double> rates) {
        this.seed = seed;
        this.rates.putAll(rates);
        this.rates.values().removeIf(rate -> rate <= 0);
    }

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return NONE;
    }

    /** Whether anything can go wrong. */
    public boolean any() {
        return !rates.isEmpty();
    }

    /** The share of cases in which it happens. */
    public double rate(FaultKind kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    /** Whether it happens in the case. */
    public boolean happens(FaultKind kind, Object... key) {
        return happensTimes(1, kind, key);
    }

    /**
     * Whether it happens in a case of a sort that is rare, and hit so many times as often for that, though never more
     * often than every other time.
     */
    public boolean happensTimes(int times, FaultKind kind, Object... key) {
        double rate = rate(kind);
        double raised = times == 1 ? rate : Math.min(rate * times, Math.max(rate, 0.5));
        return rate > 0 && Dice.share(seed, "happens " + kind.word(), key) < raised;
    }

    /** One of these, each as likely as the others. */
    public <T> T choose(FaultKind kind, List<T> of, Object... key) {
        return of.get((int) (Dice.share(seed, "choose " + kind.word(), key) * of.size()));
    }

    /** A duration from the least to less than the most. */
    public Duration wait(FaultKind kind, Duration least, Duration most, Object... key) {
        double share = Dice.share(seed, "wait " + kind.word(), key);
        return least.plusNanos((long) (most.minus(least).toNanos() * share));
    }

    /** For how many attempts it lasts, when it lasts from the first one on and then passes, or never does. */
    public Spell spell(FaultKind kind, int longest, double forEver, Object... key) {
        if (!happens(kind, key)) {
            return Spell.NONE;
        }
        if (Dice.share(seed, "for ever " + kind.word(), key) < forEver) {
            return Spell.FOR_EVER;
        }
        return new Spell(1 + (int) (Dice.share(seed, "spell " + kind.word(), key) * longest));
    }
}

package io.refundtool.reliability.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What goes wrong in which round. Kinds are dealt like cards: all of them come once, in an order that the seed makes, before
 * any comes again, so each is as frequent as the others. A round's plan depends on the seed, its number and how many faults
 * a round has, and on nothing else.
 */
public record RoundPlan(long seed, int faultsPerRound) {

    /** More at a time than kinds would deal a kind twice. */
    public static final int MAX_FAULTS_PER_ROUND = FaultKind.values().length;

    private static final int SPREAD_MS = 5_000;

    /** The faults of a round, counted from 1. */
    public List<Fault> faults(int round) {
        List<Fault> faults = new ArrayList<>();
        SplittableRandom random = random("round", round);
        for (int i = 0; i < faultsPerRound; i++) {
            faults.add(fault(kind((round - 1) * faultsPerRound + i), random));
        }
        return faults;
    }

    private FaultKind kind(int card) {
        List<FaultKind> deck = new ArrayList<>(List.of(FaultKind.values()));
        Collections.shuffle(deck, random("deck", card / deck.size()));
        return deck.get(card % deck.size());
    }

    private static Fault fault(FaultKind kind, SplittableRandom random) {
        List<String> victims = kind.victims();
        return new Fault(
                kind,
                victims.get(random.nextInt(victims.size())),
                Duration.ofMillis(random.nextInt(SPREAD_MS)),
                Duration.ofMillis(random.nextInt(kind.leastMs(), kind.mostMs())));
    }

    private SplittableRandom random(String purpose, int number) {
        return new SplittableRandom(31 * (31 * seed + purpose.hashCode()) + number);
    }
}

package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.promises.Shrinker.Failing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a promise on many generated histories. {@code -Dhistories=100000} sets how many all promises together are tried
 * on, {@code -Dhistories.seed=7} where their seeds begin.
 */
final class Histories {

    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);

    /** All promises together, without being told otherwise. */
    private static final int USUAL = 24_000;

    private static final int ALL = Integer.getInteger("histories", USUAL);
    private static final long FIRST_SEED = Long.getLong("histories.seed", 1);

    /** Set to false where promises are broken on purpose: their histories are neither shrunk nor kept. */
    private static final boolean SHRUNK = !"false".equals(System.getProperty("histories.shrink"));

    /** Seeds between two looks at how many histories were played; a seed may play more than one. */
    private static final int AT_ONCE = 64;

    private Histories() {}

    /**
     * Tries a promise.
     *
     * @param percent of all histories; those of all promises make 100
     * @throws BrokenPromise that names seed and choices, and tells the shrunk history as a scenario
     */
    static void keep(String name, int percent, Promise promise) {
        long wanted = (long) ALL * percent / 100;
        AtomicLong played = new AtomicLong();
        for (long seed = FIRST_SEED; played.get() < wanted; seed += AT_ONCE) {
            Optional<Long> failed = LongStream.range(seed, seed + AT_ONCE)
                    .parallel()
                    .filter(_ -> played.get() < wanted)
                    .filter(one -> !keeps(promise, Choices.ofSeed(one), played))
                    .boxed()
                    .findAny();
            failed.ifPresent(one -> {
                throw SHRUNK ? kept(broken(name, one, promise)) : new AssertionError("Seed " + one + " breaks " + name);
            });
        }
        LOG.info("{}: {} histories from seed {}", name, played, FIRST_SEED);
    }

    /** The broken promise with the plainest history that breaks it. */
    static BrokenPromise broken(String name, long seed, Promise promise) {
        Choices first = Choices.ofSeed(seed);
        failure(promise, first, new Journal());
        List<Integer> plainest = Shrinker.plainest(
                candidate -> failing(promise, Choices.of(candidate)), new Failing(first.taken(), first.spans()));
        var journal = new Journal();
        Optional<Throwable> failure = failure(promise, Choices.of(plainest), journal);
        if (promise instanceof OpenPromise open && !journal.last().isEmpty()) {
            List<RefundEvent> fewest = EventShrinker.fewest(
                    journal.last().getLast(),
                    events -> failure(open, events, new Journal()).isPresent());
            var last = new Journal();
            return new BrokenPromise(name, seed, failure(open, fewest, last).or(() -> failure), last);
        }
        return new BrokenPromise(name, seed, failure, journal);
    }

    private static BrokenPromise kept(BrokenPromise broken) {
        Regressions.keep(broken.name(), broken.scenarios());
        return broken;
    }

    private static boolean keeps(Promise promise, Choices choices, AtomicLong played) {
        var journal = new Journal();
        boolean keeps = failure(promise, choices, journal).isEmpty();
        played.addAndGet(journal.size());
        return keeps;
    }

    private static Optional<Failing> failing(Promise promise, Choices choices) {
        return failure(promise, choices, new Journal()).map(_ -> new Failing(choices.taken(), choices.spans()));
    }

    private static Optional<Throwable> failure(OpenPromise promise, List<RefundEvent> events, Journal journal) {
        return failure((_, played) -> promise.check().of(events, played), Choices.of(List.of()), journal);
    }

    /** Whatever is thrown, be it a broken promise or a bug, is what has to be told. */
    private static Optional<Throwable> failure(Promise promise, Choices choices, Journal journal) {
        try {
            promise.tryOut(choices, journal);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure);
        }
    }
}

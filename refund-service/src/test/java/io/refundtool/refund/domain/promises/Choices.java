package io.refundtool.refund.domain.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where generators take their decisions from: a seed, or a list of numbers that an earlier run took. So everything that
 * is generated shrinks in one way, by shrinking the list: 0 is the plainest choice everywhere, and a list that ends early
 * goes on with zeros.
 */
final class Choices {

    /** More than any history needs; a generator that takes more does not end. */
    static final int MAX_TAKEN = 20_000;

    /** Numbers that were taken for one thing, so that they can be left out together. */
    record Span(int from, int to) {}

    private final @Nullable RandomGenerator random;
    private final List<Integer> given;
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> bounds = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    private Choices(@Nullable RandomGenerator random, List<Integer> given) {
        this.random = random;
        this.given = given;
    }

    static Choices ofSeed(long seed) {
        return new Choices(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), List.of());
    }

    static Choices of(List<Integer> given) {
        return new Choices(null, List.copyOf(given));
    }

    /** A number from 0 to below the bound. */
    int below(int bound) {
        int index = taken.size();
        if (index >= MAX_TAKEN) {
            throw new IllegalStateException("Expected at most %d choices, but there are more".formatted(MAX_TAKEN));
        }
        int value = random != null
                ? random.nextInt(bound)
                : Math.min(index < given.size() ? given.get(index) : 0, bound - 1);
        taken.add(value);
        bounds.add(bound);
        return value;
    }

    /** True once in so many times; false is plainer. */
    boolean onceIn(int times) {
        return below(times) == times - 1;
    }

    /** One of these; the first is the plainest. */
    <T> T of(T[] values) {
        return values[below(values.length)];
    }

    /** The plain value in most cases, else one of the others. */
    <T> T mostly(T plain, int timesPlain, List<T> others) {
        int value = below(timesPlain + others.size());
        return value < timesPlain ? plain : others.get(value - timesPlain);
    }

    /** What is taken meanwhile belongs together. */
    <T> T together(Supplier<T> generator) {
        int from = taken.size();
        T value = generator.get();
        spans.add(new Span(from, taken.size()));
        return value;
    }

    List<Integer> taken() {
        return List.copyOf(taken);
    }

    List<Integer> bounds() {
        return List.copyOf(bounds);
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }
}

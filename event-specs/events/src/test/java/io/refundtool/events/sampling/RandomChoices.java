package io.refundtool.events.sampling;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Takes anything, often what is at a limit. */
final class RandomChoices implements Choices {

    /** Lists are kept short, since tests of long ones stand elsewhere. */
    private static final int MANY = 3;

    private static final long FIRST_SECOND =
            Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();
    private static final long AFTER_LAST_SECOND =
            Instant.parse("3000-01-01T00:00:00Z").getEpochSecond();

    private final RandomGenerator random;
    private final TextSampler texts;

    RandomChoices(RandomGenerator random) {
        this.random = random;
        this.texts = new TextSampler(random, TextSampler.TROUBLESOME);
    }

    @Override
    public boolean includes(String path) {
        return random.nextInt(3) > 0;
    }

    @Override
    public int size(String path, int minItems, int maxItems) {
        return random.nextInt(minItems, Math.min(maxItems, minItems + MANY) + 1);
    }

    @Override
    public long number(long minimum, long maximum) {
        return switch (random.nextInt(4)) {
            case 0 -> minimum;
            case 1 -> maximum;
            default ->
                maximum == Long.MAX_VALUE ? random.nextLong(minimum, maximum) : random.nextLong(minimum, maximum + 1);
        };
    }

    @Override
    public String text(String pattern, int minLength, int maxLength) {
        return texts.sample(pattern, minLength, maxLength);
    }

    @Override
    public String choice(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public String time() {
        int nanosPerMicro = 1_000;
        long nanos = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000L;
            default -> (long) random.nextInt(1_000_000) * nanosPerMicro;
        };
        return Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, AFTER_LAST_SECOND), nanos)
                .toString();
    }
}

package io.refundtool.events.checks;

import io.refundtool.events.InvalidEventException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of what is neither a text nor a number. */
public final class Expect {

    private static final Instant FIRST_TIME = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST_TIME = Instant.parse("3000-01-01T00:00:00Z");
    private static final int NANOS_PER_MICRO = 1_000;

    private Expect() {}

    public static void present(String path, @Nullable Object value) {
        if (value == null) {
            throw missing(path);
        }
    }

    /** A time of the years 1000 to 2999 with at most microseconds, which is what a spec can say. */
    public static void time(String path, @Nullable Instant time) {
        present(path, time);
        timeIfPresent(path, time);
    }

    public static void timeIfPresent(String path, @Nullable Instant time) {
        if (time == null) {
            return;
        }
        if (time.isBefore(FIRST_TIME) || !time.isBefore(AFTER_LAST_TIME)) {
            throw new InvalidEventException(path, "be a time of the years 1000 to 2999", "it is " + time);
        }
        if (time.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MICRO != 0) {
            throw new InvalidEventException(path, "have at most microseconds", "it is " + time);
        }
    }

    public static void timeEach(String path, @Nullable List<Instant> times) {
        for (int i = 0; times != null && i < times.size(); i++) {
            timeIfPresent(path + "[" + i + "]", times.get(i));
        }
    }

    /** An unmodifiable copy of the list, or the list itself if it is unmodifiable. */
    public static <T> List<T> list(String path, @Nullable List<T> list, int minItems, int maxItems) {
        if (list == null) {
            throw missing(path);
        }
        if (list.size() < minItems || list.size() > maxItems) {
            throw new InvalidEventException(
                    path, "have %d to %d items".formatted(minItems, maxItems), "it has " + list.size());
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                throw missing(path + "[" + i + "]");
            }
        }
        return List.copyOf(list);
    }

    public static <T> @Nullable List<T> listIfPresent(String path, @Nullable List<T> list, int minItems, int maxItems) {
        return list == null ? null : list(path, list, minItems, maxItems);
    }

    static InvalidEventException missing(String path) {
        return new InvalidEventException(path, "be there", "it is missing");
    }
}

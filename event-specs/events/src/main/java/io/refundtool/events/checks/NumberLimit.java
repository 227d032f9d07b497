package io.refundtool.events.checks;

import io.refundtool.events.InvalidEventException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between which bounds a whole number may be, both inclusive. */
public record NumberLimit(long minimum, long maximum) {

    public boolean allows(long number) {
        return number >= minimum && number <= maximum;
    }

    public void check(String path, long number) {
        if (!allows(number)) {
            throw new InvalidEventException(
                    path, "be between %d and %d".formatted(minimum, maximum), "it is %d".formatted(number));
        }
    }

    public void checkIfPresent(String path, @Nullable Number number) {
        if (number != null) {
            check(path, number.longValue());
        }
    }

    public void checkEach(String path, @Nullable List<? extends Number> numbers) {
        for (int i = 0; numbers != null && i < numbers.size(); i++) {
            check(path + "[" + i + "]", numbers.get(i).longValue());
        }
    }
}

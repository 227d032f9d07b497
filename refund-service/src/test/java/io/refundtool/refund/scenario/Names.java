package io.refundtool.refund.scenario;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's names are those of the specs, except that an id is written without {@code Id}, an amount in its currency's
 * unit without {@code Minor}, and a price without {@code Micros}.
 */
final class Names {

    private static final List<String> SUFFIXES = List.of("Id", "Minor", "Micros");

    private Names() {}

    static String of(RecordComponent component) {
        String name = component.getName();
        for (String suffix : SUFFIXES) {
            String stem = stem(name, suffix);
            if (stem != null && !taken(component.getDeclaringRecord(), stem)) {
                return stem;
            }
        }
        return name;
    }

    static Optional<RecordComponent> find(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        component.getName().equals(name) || of(component).equals(name))
                .findFirst();
    }

    static List<String> all(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Names::of).toList();
    }

    static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String stem(String name, String suffix) {
        return name.endsWith(suffix) && name.length() > suffix.length()
                ? name.substring(0, name.length() - suffix.length())
                : null;
    }

    private static boolean taken(Class<?> type, String stem) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals(stem));
    }
}

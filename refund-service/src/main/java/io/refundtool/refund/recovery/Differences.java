package io.refundtool.refund.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs in one order, as far as anybody reads. */
final class Differences {

    /** An order that is wrong from some event on differs in everything behind it. */
    private static final int MAX_DIFFERENCES = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Difference> found = new ArrayList<>();

    List<Difference> all() {
        return List.copyOf(found);
    }

    void add(String where, String expected, String actual) {
        if (found.size() < MAX_DIFFERENCES) {
            found.add(new Difference(where, expected, actual));
        }
    }

    void compare(String where, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            add(where, expected.toString(), actual.toString());
        }
    }

    /** Compares JSON leaf by leaf. */
    void compareJson(String where, byte[] expected, byte[] actual) {
        compare(where + ": ", "", JSON.readTree(expected), JSON.readTree(actual));
    }

    private void compare(String where, String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected == null || actual == null) {
            add(where + path, text(expected), text(actual));
        } else if (expected.isObject() && actual.isObject()) {
            names(expected, actual)
                    .forEach(name -> compare(
                            where,
                            path.isEmpty() ? name : path + '.' + name,
                            expected.optional(name).orElse(null),
                            actual.optional(name).orElse(null)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(where, path + '[' + i + ']', expected.get(i), actual.get(i));
            }
        } else if (!expected.equals(actual)) {
            add(where + path, text(expected), text(actual));
        }
    }

    private static Set<String> names(JsonNode expected, JsonNode actual) {
        Set<String> names = new TreeSet<>(expected.propertyNames());
        names.addAll(actual.propertyNames());
        return names;
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? Difference.NOTHING : node.toString();
    }
}

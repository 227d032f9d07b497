package io.refundtool.specs.generator.compat;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands in the specs.
 *
 * @param file below the directory of specs
 * @param keys the way through the file's nested mappings
 */
record Place(String file, List<String> keys) {

    static Place of(String file, String... keys) {
        return new Place(file, List.of(keys));
    }

    Place then(String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return new Place(file, List.copyOf(all));
    }
}

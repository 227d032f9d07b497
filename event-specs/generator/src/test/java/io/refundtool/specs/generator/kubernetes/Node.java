package io.refundtool.specs.generator.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mapping of a YAML document, asked by the paths of its keys. */
record Node(Map<String, Object> value) {

    @SuppressWarnings("unchecked")
    static Node of(Object mapping) {
        return new Node((Map<String, Object>) mapping);
    }

    /** Below keys that are separated by dots; empty where there is nothing. */
    Node at(String path) {
        Node node = this;
        for (String key : path.split("\\.", -1)) {
            node = of(node.value.getOrDefault(key, Map.of()));
        }
        return node;
    }

    /** The mappings of a list; empty where there is none. */
    List<Node> list(String key) {
        return ((List<?>) value.getOrDefault(key, List.of()))
                .stream().map(Node::of).toList();
    }

    /** A scalar's text, empty where there is none. */
    String text(String key) {
        return Objects.toString(value.get(key), "");
    }

    String name() {
        return at("metadata").text("name");
    }

    /** Every value of a key anywhere below. */
    List<Object> everywhere(String key) {
        List<Object> found = new ArrayList<>();
        collect(key, value, found);
        return found;
    }

    private static void collect(String wanted, Object from, List<Object> found) {
        if (from instanceof Map<?, ?> mapping) {
            mapping.forEach((key, below) -> {
                if (wanted.equals(key)) {
                    found.add(below);
                }
                collect(wanted, below, found);
            });
        } else if (from instanceof List<?> list) {
            list.forEach(item -> collect(wanted, item, found));
        }
    }
}

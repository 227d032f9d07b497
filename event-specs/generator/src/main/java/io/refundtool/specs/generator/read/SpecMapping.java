package io.refundtool.specs.generator.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in a spec file; its entries stand at the lines of their keys. */
record SpecMapping(SpecNode self, Map<String, SpecNode> entries) {

    static SpecMapping of(SpecNode self, MappingNode node) {
        Map<String, SpecNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || !key.getTag().equals(Tag.STR)) {
                self.findings()
                        .add(
                                self.file(),
                                line,
                                "Expected every key of %s to be a text, but YAML reads one as something else: put it in quotes"
                                        .formatted(self.label()));
                continue;
            }
            String label = "%s of %s".formatted(key.getValue(), self.label());
            SpecNode value = new SpecNode(self.file(), line, label, tuple.getValueNode(), self.findings());
            if (entries.putIfAbsent(key.getValue(), value) != null) {
                value.report("Expected %s to be there once, but it is there twice".formatted(label));
            }
        }
        return new SpecMapping(self, entries);
    }

    void report(String reason) {
        self.report(reason);
    }

    /** Reports at the line of a key if it is there. */
    void reportAt(String key, String reason) {
        find(key).orElse(self).report(reason);
    }

    String label() {
        return self.label();
    }

    /** Reports keys that are not among the given ones. */
    void allowOnly(Set<String> keys) {
        entries.forEach((key, value) -> {
            if (!keys.contains(key)) {
                value.report("Expected %s to have only %s, but it has '%s'"
                        .formatted(label(), keys.stream().sorted().collect(Collectors.joining(", ")), key));
            }
        });
    }

    Optional<SpecNode> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The value of a key that has to be there. */
    Optional<SpecNode> get(String key) {
        if (!entries.containsKey(key)) {
            report("Expected %s to have %s, but it has none".formatted(label(), key));
        }
        return find(key);
    }

    Optional<String> text(String key) {
        return get(key).flatMap(SpecNode::text);
    }

    Optional<List<String>> texts(String key) {
        return get(key).flatMap(SpecNode::texts);
    }

    /** A text that is one of a few. */
    Optional<String> choice(String key, Set<String> values) {
        return get(key).flatMap(node -> node.text().filter(text -> {
            if (!values.contains(text)) {
                node.report("Expected %s to be one of %s, but it is '%s'"
                        .formatted(node.label(), values.stream().sorted().collect(Collectors.joining(", ")), text));
            }
            return values.contains(text);
        }));
    }

    /** A number that bounds a value and so has to be there; the kind is put before the name in findings. */
    Optional<Long> bound(String kind, String key, long minimum, long maximum) {
        if (!entries.containsKey(key)) {
            String subject = kind.isEmpty() ? label() : kind + " " + label();
            report("Expected %s to have a %s, but it has none".formatted(subject, key));
        }
        return find(key).flatMap(node -> node.integer(minimum, maximum));
    }

    int integer(String key, int otherwise, int minimum, int maximum) {
        return find(key)
                .flatMap(node -> node.integer(minimum, maximum))
                .map(Long::intValue)
                .orElse(otherwise);
    }

    /** The description, which may be missing. */
    String description() {
        return find("description").flatMap(SpecNode::text).orElse("");
    }
}

package io.refundtool.refund.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The fields of one place of a scenario. Each is taken once; {@link #end} refuses what nobody took. */
final class Fields {

    private final Source source;
    private final Node node;
    private final Map<String, NodeTuple> left;

    private Fields(Source source, Node node, Map<String, NodeTuple> left) {
        this.source = source;
        this.node = node;
        this.left = left;
    }

    static Fields of(Source source, MappingNode mapping) {
        Map<String, NodeTuple> found = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = source.text(field.getKeyNode(), "a field's name");
            if (found.putIfAbsent(name, field) != null) {
                throw source.refusal(field.getKeyNode(), "each field once", "'" + name + "' is here twice");
            }
        }
        return new Fields(source, mapping, found);
    }

    /** No fields at all, where a name stands alone. */
    static Fields none(Source source, Node node) {
        return new Fields(source, node, new LinkedHashMap<>());
    }

    Node node() {
        return node;
    }

    /** A field that is taken later. */
    Optional<Node> peek(String name) {
        return Optional.ofNullable(left.get(name)).map(NodeTuple::getValueNode);
    }

    Optional<Node> take(String name) {
        return Optional.ofNullable(left.remove(name)).map(NodeTuple::getValueNode);
    }

    Node require(String name) {
        return take(name).orElseThrow(() -> source.refusal(node, "the field '" + name + "'", "it is not here"));
    }

    /** The fields that nobody took yet, in their order. */
    Map<String, Node> rest() {
        Map<String, Node> rest = new LinkedHashMap<>();
        left.forEach((name, field) -> rest.put(name, field.getValueNode()));
        left.clear();
        return rest;
    }

    /** The only field, where a map stands for a name with details. */
    Map.Entry<String, Node> only(String what) {
        if (left.size() != 1) {
            throw source.refusal(node, "one " + what, "here are " + left.size() + ": " + left.keySet());
        }
        return rest().entrySet().iterator().next();
    }

    void end(Collection<String> known) {
        left.values().stream().findFirst().ifPresent(field -> {
            throw source.refusal(
                    field.getKeyNode(),
                    "one of the fields " + String.join(", ", known),
                    "found '" + source.text(field.getKeyNode(), "a field's name") + "'");
        });
    }
}

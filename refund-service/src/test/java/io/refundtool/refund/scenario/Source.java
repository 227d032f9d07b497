package io.refundtool.refund.scenario;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A file of scenarios as YAML nodes: strict, and every refusal says where. */
record Source(String file) {

    Place place(Node node) {
        return new Place(file, node.getStartMark().getLine() + 1);
    }

    InvalidScenarioException refusal(Node node, String expectation, String actual) {
        return new InvalidScenarioException(place(node), expectation, actual);
    }

    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !absent(node)) {
            return scalar.getValue();
        }
        throw refusal(node, what + " to be a text", "it is " + kind(node));
    }

    /** A number as it is written: in quotes it would be a text. */
    String number(Node node, String what) {
        if (node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().matches("-?[0-9]{1,19}(\\.[0-9]{1,6})?")) {
            return scalar.getValue();
        }
        throw refusal(node, what + " to be a number", "it is " + kind(node));
    }

    int smallNumber(Node node, String what, int max) {
        int count = count(node, what);
        if (count >= 1 && count <= max) {
            return count;
        }
        throw refusal(node, "%s to be from 1 to %d".formatted(what, max), "it is " + count);
    }

    int count(Node node, String what) {
        String digits = number(node, what);
        if (digits.matches("[0-9]{1,9}")) {
            return Integer.parseInt(digits);
        }
        throw refusal(node, what + " to be a count", "it is " + digits);
    }

    List<Node> list(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw refusal(node, what + " to be a list", "it is " + kind(node));
    }

    Fields fields(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return Fields.of(this, mapping);
        }
        throw refusal(node, what + " to have fields", "it is " + kind(node));
    }

    static boolean absent(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a map of fields";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when absent(scalar) -> "empty";
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }
}

package io.refundtool.specs.generator.read;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a spec file that knows where it stands and what it is called in a finding.
 *
 * <p>It is read by YAML's own tags and never coerced: an unquoted {@code NO}, which YAML 1.1 reads as a boolean, is not
 * a text here, and an octal {@code 010} is not a number.
 */
record SpecNode(String file, int line, String label, Node node, Findings findings) {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)");

    void report(String reason) {
        findings.add(file, line, reason);
    }

    SpecNode labelled(String newLabel) {
        return new SpecNode(file, line, newLabel, node, findings);
    }

    Optional<SpecMapping> mapping() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(SpecMapping.of(this, mapping));
        }
        report("Expected %s to be a mapping, but it is %s".formatted(label, kind()));
        return Optional.empty();
    }

    Optional<String> text() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            if (!scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue());
            }
            report("Expected %s to be a text, but it is blank".formatted(label));
        } else if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            report("Expected %s to be a text, but YAML reads %s as %s: put it in quotes"
                    .formatted(label, scalar.getValue(), kind()));
        } else {
            report("Expected %s to be a text, but it is %s".formatted(label, kind()));
        }
        return Optional.empty();
    }

    /** A whole number within the bounds, written in decimal digits. */
    Optional<Long> integer(long minimum, long maximum) {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.INT)
                || !DECIMAL.matcher(scalar.getValue()).matches()) {
            report("Expected %s to be a whole number in decimal digits, but it is %s".formatted(label, kind()));
            return Optional.empty();
        }
        BigInteger value = new BigInteger(scalar.getValue());
        if (value.compareTo(BigInteger.valueOf(minimum)) < 0 || value.compareTo(BigInteger.valueOf(maximum)) > 0) {
            report("Expected %s to be between %d and %d, but it is %s".formatted(label, minimum, maximum, value));
            return Optional.empty();
        }
        return Optional.of(value.longValueExact());
    }

    Optional<Boolean> bool() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            switch (scalar.getValue()) {
                case "true" -> {
                    return Optional.of(true);
                }
                case "false" -> {
                    return Optional.of(false);
                }
                default -> {
                    // yes, no, on and off are booleans of YAML 1.1 only; a spec says true or false
                }
            }
        }
        report("Expected %s to be true or false, but it is %s".formatted(label, kind()));
        return Optional.empty();
    }

    Optional<List<SpecNode>> items() {
        if (!(node instanceof SequenceNode sequence)) {
            report("Expected %s to be a list, but it is %s".formatted(label, kind()));
            return Optional.empty();
        }
        List<SpecNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            int itemLine = item.getStartMark().getLine() + 1;
            items.add(new SpecNode(file, itemLine, "each item of " + label, item, findings));
        }
        return Optional.of(items);
    }

    /** The texts of a list; a text that is there twice is reported. */
    Optional<List<String>> texts() {
        return items().map(items -> {
            List<String> texts = new ArrayList<>();
            for (SpecNode item : items) {
                item.text().ifPresent(text -> {
                    if (texts.contains(text)) {
                        item.report(
                                "Expected %s to be there once, but '%s' is there twice".formatted(item.label, text));
                    } else {
                        texts.add(text);
                    }
                });
            }
            return texts;
        });
    }

    private String kind() {
        if (node instanceof ScalarNode scalar) {
            Tag tag = scalar.getTag();
            if (tag.equals(Tag.STR)) {
                return "the text '" + scalar.getValue() + "'";
            }
            if (tag.equals(Tag.NULL)) {
                return "empty";
            }
            String name = tag.getValue().substring(tag.getValue().lastIndexOf(':') + 1);
            return "a " + name + " (" + scalar.getValue() + ")";
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }
}

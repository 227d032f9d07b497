package io.refundtool.specs.generator.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file into a node; what cannot be read becomes a finding. */
final class YamlFile {

    /** More than any spec has; a guard against a file that is no spec. */
    private static final int MAX_CODE_POINTS = 1_000_000;

    private static final int MAX_DEPTH = 20;

    private final String name;
    private final Findings findings;

    private YamlFile(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    /** The whole file as a mapping. The label names it in findings. */
    static Optional<SpecMapping> read(Path directory, String name, String label, Findings findings) {
        return new YamlFile(name, findings).read(directory.resolve(name), label);
    }

    private Optional<SpecMapping> read(Path path, String label) {
        String content;
        try {
            content = Files.readString(path);
        } catch (CharacterCodingException e) {
            findings.add(name, 1, "Expected the file to be UTF-8, but it is not");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compose(content).flatMap(node -> new SpecNode(name, 1, label, node, findings).mapping());
    }

    private Optional<Node> compose(String content) {
        Yaml yaml = new Yaml(options());
        try {
            if (hasAlias(yaml, content)) {
                return Optional.empty();
            }
            Node node = yaml.compose(new StringReader(content));
            if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
                return Optional.of(node);
            }
            findings.add(name, 1, "Expected the file to hold a mapping, but it does not");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            findings.add(name, line, "Expected the file to be YAML, but " + e.getProblem());
        } catch (YAMLException e) {
            findings.add(name, 1, "Expected the file to be YAML, but " + e.getMessage());
        }
        return Optional.empty();
    }

    private boolean hasAlias(Yaml yaml, String content) {
        for (Event event : yaml.parse(new StringReader(content))) {
            if (event instanceof AliasEvent alias) {
                findings.add(
                        name,
                        alias.getStartMark().getLine() + 1,
                        "Expected the file to have no YAML aliases, but it has *" + alias.getAnchor()
                                + ": name a type in common/types.v1.yaml instead");
                return true;
            }
        }
        return false;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }
}

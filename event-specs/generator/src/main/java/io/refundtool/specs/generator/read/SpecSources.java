package io.refundtool.specs.generator.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where something stands in the files of a directory of specs. A file is read once, when it is first asked for. */
public final class SpecSources {

    private final Path directory;
    private final Map<String, Optional<SpecMapping>> files = new HashMap<>();

    public SpecSources(Path directory) {
        this.directory = directory;
    }

    /** As {@link #lineOf(String, List)}. */
    public int lineOf(String file, String... keys) {
        return lineOf(file, List.of(keys));
    }

    /**
     * The line, counted from 1, of the last of the keys on the way through nested mappings; if it is not there, that of
     * the last one that is, and 1 if none is.
     */
    public int lineOf(String file, List<String> keys) {
        Findings ignored = new Findings();
        Optional<SpecMapping> mapping = files.computeIfAbsent(
                file,
                name -> directory.resolve(name).toFile().isFile()
                        ? YamlFile.read(directory, name, "the file", ignored)
                        : Optional.empty());
        int line = 1;
        for (String key : keys) {
            Optional<SpecNode> node = mapping.flatMap(entries -> entries.find(key));
            if (node.isEmpty()) {
                break;
            }
            line = node.get().line();
            mapping = node.flatMap(SpecNode::mapping);
        }
        return line;
    }
}

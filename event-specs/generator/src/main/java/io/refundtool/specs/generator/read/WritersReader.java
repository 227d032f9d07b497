package io.refundtool.specs.generator.read;

import java.util.List;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads who may write events of a type: its own list, or else the writer of its topic. */
final class WritersReader {

    /** More systems than may sensibly state the same fact. */
    private static final int MAX_WRITERS = 32;

    private WritersReader() {}

    /**
     * The writers of an event of a topic, in the order of the file.
     *
     * @param otherwise the writer of the topic; none where it could not be read, which is a finding already
     */
    static List<String> read(SpecMapping entry, List<String> otherwise) {
        return entry.find("writers").map(WritersReader::listed).orElse(otherwise);
    }

    private static List<String> listed(SpecNode node) {
        List<String> writers = node.texts().orElse(List.of());
        if (writers.isEmpty() && node.node() instanceof SequenceNode) {
            node.report("Expected %s to name at least one writer, but it names none".formatted(node.label()));
        }
        if (writers.size() > MAX_WRITERS) {
            node.report("Expected %s to name at most %d, but it names %d"
                    .formatted(node.label(), MAX_WRITERS, writers.size()));
        }
        writers.stream()
                .filter(writer -> !Names.KEBAB.matcher(writer).matches())
                .forEach(writer -> node.report(
                        "Expected %s to be in kebab-case, but one is '%s'".formatted(node.label(), writer)));
        return writers;
    }
}

package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a whole directory of specs. */
public final class SpecReader {

    private final Path directory;
    private final Findings findings = new Findings();

    private SpecReader(Path directory) {
        this.directory = directory;
    }

    /**
     * The model of the specs.
     *
     * @throws InvalidSpecsException with everything that is wrong, if anything is
     */
    public static SpecModel read(Path directory) {
        return new SpecReader(directory).read();
    }

    private SpecModel read() {
        TypesReader types = new TypesReader(file(TypesReader.FILE, "the file of types"));
        List<ValueType> all = types.all();
        Map<String, EventSpec> events = new LinkedHashMap<>();
        EventReader reader = new EventReader(types, findings);
        List<String> files = eventFiles();
        for (String file : files) {
            YamlFile.read(directory, file, "the spec", findings)
                    .flatMap(spec -> reader.read(file, spec))
                    .ifPresent(event -> events.put(event.wireName(), event));
        }
        List<TopicSpec> topics = topics(events, files);
        DeprecationReader.checkSuccessors(new SpecSources(directory), events.values(), findings);
        TypeNames.check(events.values(), topics, all, findings);
        List<Finding> found = findings.sorted();
        if (!found.isEmpty()) {
            throw new InvalidSpecsException(found);
        }
        return new SpecModel(topics, all);
    }

    private List<TopicSpec> topics(Map<String, EventSpec> events, List<String> files) {
        Set<String> names = files.stream()
                .map(file -> file.replace('/', '.').replaceFirst("\\.yaml$", ""))
                .collect(Collectors.toSet());
        TopicEventsReader placed = new TopicEventsReader(events, names);
        Optional<SpecMapping> file = file(TopicsReader.FILE, "the file of topics");
        List<TopicSpec> topics = file.map(new TopicsReader(placed)::read).orElse(List.of());
        file.ifPresent(read -> events.values().stream()
                .filter(event -> !placed.hasPlaced(event.wireName()))
                .forEach(event -> findings.add(
                        event.file(),
                        1,
                        "Expected %s to be in a topic of topics.yaml, but it is in none".formatted(event.wireName()))));
        return topics;
    }

    private Optional<SpecMapping> file(String name, String label) {
        if (!Files.isRegularFile(directory.resolve(name))) {
            findings.add(name, 1, "Expected the file to be there, but it is not");
            return Optional.empty();
        }
        return YamlFile.read(directory, name, label, findings);
    }

    private List<String> eventFiles() {
        List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                    .filter(file -> !file.equals(TypesReader.FILE) && !file.equals(TopicsReader.FILE))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

package io.refundtool.specs.generator.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables of the environment that a service reads, found in its files. */
final class KnownSettings {

    private static final Path ROOT = Path.of("../..");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+):");

    /** Of the pod itself, and of RocksDB. */
    private static final Set<String> OTHERS = Set.of("POD_NAME", "ROCKSDB_SHAREDLIB_DIR");

    private KnownSettings() {}

    static Path file(String service) {
        return ROOT.resolve("%s/src/main/resources/%s.yaml".formatted(service, service));
    }

    /** A variable of the service's own file, or a property of a settings record: {@code refundtool.<record>.<component>}. */
    static boolean read(String variable, String service) {
        if (!variable.startsWith("REFUNDTOOL_")) {
            return OTHERS.contains(variable)
                    || PLACEHOLDER
                            .matcher(String.join("\n", Manifests.lines(file(service))))
                            .results()
                            .map(MatchResult::group)
                            .anyMatch(("${" + variable + ":")::equals);
        }
        String[] words = variable.toLowerCase(Locale.ROOT).split("_", 4);
        String annotation = "@configurationproperties(\"refundtool.%s\")".formatted(words[1]);
        return sources(service)
                .anyMatch(source -> source.contains(annotation)
                        && Pattern.compile("[>a-z] " + words[2] + "[,)]")
                                .matcher(source)
                                .find());
    }

    private static Stream<String> sources(String service) {
        return Stream.of(ROOT.resolve("messaging/src/main/java"), ROOT.resolve(service + "/src/main/java"))
                .flatMap(KnownSettings::javaFiles)
                .map(path -> String.join("\n", Manifests.lines(path)).toLowerCase(Locale.ROOT));
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> path.toString().endsWith("Settings.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.refundtool.specs.generator.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a directory hold exactly the given files and touches only what differs. */
public final class GeneratedFiles {

    private GeneratedFiles() {}

    /**
     * Writes the files that differ and deletes what else is in the directory.
     *
     * @param files contents by path below the directory
     */
    public static void write(Path directory, Map<String, String> files) {
        try {
            Files.createDirectories(directory);
            deleteOthers(directory, files);
            for (Map.Entry<String, String> file : files.entrySet()) {
                writeIfDifferent(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOthers(Path directory, Map<String, String> files) throws IOException {
        List<Path> existing;
        try (Stream<Path> paths = Files.walk(directory)) {
            existing = paths.filter(Files::isRegularFile).toList();
        }
        for (Path path : existing) {
            if (!files.containsKey(directory.relativize(path).toString().replace('\\', '/'))) {
                Files.delete(path);
            }
        }
    }

    private static void writeIfDifferent(Path path, String content) throws IOException {
        if (!Files.exists(path) || !Files.readString(path).equals(content)) {
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, content);
        }
    }
}

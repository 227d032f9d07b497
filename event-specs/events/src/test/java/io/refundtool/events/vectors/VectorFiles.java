package io.refundtool.events.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The directory of test vectors. The file of a large one is packed and its name ends in {@code .gz}. */
final class VectorFiles {

    static final Path DIRECTORY = Path.of("../vectors");

    private static final String PACKED = ".gz";
    private static final int MAX_PLAIN_BYTES = 20_000;

    private VectorFiles() {}

    /** All vectors by their paths, which say nothing of whether the file is packed. */
    static Map<String, byte[]> read() {
        Map<String, byte[]> vectors = new TreeMap<>();
        for (Path file : files()) {
            String path = DIRECTORY.relativize(file).toString().replace('\\', '/');
            vectors.put(path.endsWith(PACKED) ? path.substring(0, path.length() - PACKED.length()) : path, read(file));
        }
        return vectors;
    }

    static void write(String path, byte[] json) {
        boolean packed = json.length > MAX_PLAIN_BYTES;
        try {
            Path file = DIRECTORY.resolve(path);
            Path packedFile = DIRECTORY.resolve(path + PACKED);
            Files.createDirectories(file.resolveSibling("."));
            Files.deleteIfExists(packed ? file : packedFile);
            try (OutputStream out = Files.newOutputStream(packed ? packedFile : file);
                    OutputStream packing = packed ? new GZIPOutputStream(out) : out) {
                packing.write(json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(PACKED) ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() {
        if (!Files.exists(DIRECTORY)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(".json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

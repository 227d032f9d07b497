package io.refundtool.refund.domain.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

/** The directory of histories that once broke a promise; all of them are played with every build. */
final class Regressions {

    static final Path DIRECTORY = Path.of("src", "test", "resources", "regressions");

    private Regressions() {}

    /** A failing history becomes a file of its own, whose expectations have to be corrected by a person. */
    static void keep(String name, String text) {
        if (Files.isDirectory(DIRECTORY)) {
            String digest = HexFormat.of().toHexDigits(Objects.hash(text));
            write(DIRECTORY.resolve(name.replaceAll("[^A-Za-z]+", "-") + "-" + digest + ".yaml"), text);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.refundtool.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what the code makes with a file that is kept; {@code -Dgolden.update=true} writes the file anew. */
public final class Golden {

    private Golden() {}

    /** The same for the part of a file between {@code <!-- name: begin -->} and {@code <!-- name: end -->}. */
    public static void assertBlockSame(Path file, String name, String actual) {
        try {
            String text = Files.readString(file);
            String begin = "<!-- " + name + ": begin -->\n";
            String end = "<!-- " + name + ": end -->";
            String before = text.substring(0, text.indexOf(begin) + begin.length());
            assertSame(file, before + actual + text.substring(text.indexOf(end)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertSame(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; run with -Dgolden.update=true to write it anew, and read the change", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

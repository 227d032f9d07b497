package io.refundtool.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this checkout; tests run in the folder of their module. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.refundtool.specs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.read.Finding;
import io.refundtool.specs.generator.read.InvalidSpecsException;
import io.refundtool.specs.generator.read.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small valid specs of the tests, to be made invalid. */
public record SpecDirectory(Path path) {

    private static final Path SPECS = Path.of("src/test/resources/specs");

    public static SpecDirectory copiedTo(Path path) {
        try (Stream<Path> files = Files.walk(SPECS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = path.resolve(SPECS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpecDirectory(path);
    }

    /** Replaces the first such part of a file, which has to be there. */
    public SpecDirectory replace(String file, String part, String replacement) {
        String content = read(file);
        int at = content.indexOf(part);
        assertThat(at).as("the place of '%s' in %s", part, file).isNotNegative();
        return write(file, content.substring(0, at) + replacement + content.substring(at + part.length()));
    }

    public SpecDirectory write(String file, String content) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SpecDirectory delete(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String read(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, as an author sees it. */
    public List<String> findings() {
        try {
            SpecReader.read(path);
            return List.of();
        } catch (InvalidSpecsException e) {
            return e.findings().stream().map(Finding::toString).toList();
        }
    }
}

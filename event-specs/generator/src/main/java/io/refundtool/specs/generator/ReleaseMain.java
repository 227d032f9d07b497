package io.refundtool.specs.generator;

import io.refundtool.specs.generator.model.Release;
import io.refundtool.specs.generator.read.ReleaseReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command that releases the specs: {@code <specs> <released specs> <version>}. It puts a copy of the specs in the
 * place of the last release, to be committed; from then on the build compares with that.
 *
 * <p>It ends with status 1 and changes nothing where the specs are invalid or break the last release, or where the version
 * is not above the last one. The first release has nothing to be compared with.
 */
public final class ReleaseMain {

    private ReleaseMain() {}

    public static void main(String[] args) {
        int status = run(List.of(args), LocalDate.now(ZoneOffset.UTC), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, LocalDate today, PrintStream errors) {
        if (arguments.size() != 3 || !ReleaseReader.isVersion(arguments.get(2))) {
            errors.println("Expected <specs> <released specs> <version such as 1.2.3>, but got " + arguments);
            return 2;
        }
        Path specs = Path.of(arguments.get(0));
        Path released = Path.of(arguments.get(1));
        String version = arguments.get(2);
        try {
            check(specs, released, version, today);
            write(specs, released, version, today);
            return 0;
        } catch (UnusableSpecsException | IllegalArgumentException e) {
            errors.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path specs, Path released, String version, LocalDate today)
            throws UnusableSpecsException {
        if (!Files.exists(released)) {
            Specs.valid(specs);
            return;
        }
        Release last = Specs.released(released);
        if (Arrays.compare(numbers(version), numbers(last.version())) <= 0) {
            throw new IllegalArgumentException(
                    "Expected a version above the released %s, but got %s".formatted(last.version(), version));
        }
        Specs.compatible(specs, released, today);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static void write(Path specs, Path released, String version, LocalDate today) throws IOException {
        deleteAll(released);
        Path copies = released.resolve(ReleaseReader.SPECS);
        for (Path file : files(specs)) {
            Path copy = copies.resolve(specs.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file, copy);
        }
        Files.writeString(
                released.resolve(ReleaseReader.FILE), """
                # The specs as last released; made by the command in docs/changing-events.md, never by hand.
                version: "%s"
                date: "%s"
                sha256: "%s"
                """.formatted(version, today, ReleaseReader.digest(copies)));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.Release;
import io.refundtool.specs.generator.model.SpecModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a release: {@code release.yaml} with version, date and the digest of the specs below {@code specs}.
 *
 * <p>The digest is there so that nobody adapts the release to a change instead of the change to the release.
 */
public final class ReleaseReader {

    public static final String FILE = "release.yaml";
    public static final String SPECS = "specs";

    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})");

    private final Path directory;
    private final Findings findings = new Findings();

    private ReleaseReader(Path directory) {
        this.directory = directory;
    }

    /**
     * The release in a directory.
     *
     * @throws InvalidSpecsException if it is not there, was edited, or breaks a rule of specs
     */
    public static Release read(Path directory) {
        return new ReleaseReader(directory).read();
    }

    /** Whether a text is such a version as a release has. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** The digest of specs, the same on every system. */
    public static String digest(Path specs) {
        try {
            return SpecDigest.of(specs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Release read() {
        Optional<SpecMapping> file = Files.isRegularFile(directory.resolve(FILE))
                ? YamlFile.read(directory, FILE, "the release", findings)
                : missing();
        file.ifPresent(release -> release.allowOnly(Set.of("version", "date", "sha256")));
        Optional<String> version = file.flatMap(release -> release.text("version"));
        Optional<LocalDate> date = file.flatMap(release -> date(release));
        version.filter(text -> !isVersion(text))
                .ifPresent(text -> file.get()
                        .reportAt(
                                "version",
                                "Expected version of the release to be like 1.2.3, but it is '%s'".formatted(text)));
        file.ifPresent(this::checkDigest);
        failOnFindings();
        SpecModel specs = SpecReader.read(directory.resolve(SPECS));
        return new Release(version.orElseThrow(), date.orElseThrow(), specs);
    }

    private Optional<SpecMapping> missing() {
        findings.add(FILE, 1, "Expected the file to be there, but it is not");
        return Optional.empty();
    }

    private static Optional<LocalDate> date(SpecMapping release) {
        return release.text("date").flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                release.reportAt("date", "Expected date of the release to be a date, but it is '%s'".formatted(text));
                return Optional.empty();
            }
        });
    }

    private void checkDigest(SpecMapping release) {
        Path specs = directory.resolve(SPECS);
        if (!Files.isDirectory(specs)) {
            findings.add(SPECS, 1, "Expected the released specs to be there, but they are not");
            return;
        }
        release.text("sha256")
                .filter(expected -> !expected.equals(digest(specs)))
                .ifPresent(expected -> release.reportAt(
                        "sha256", "Expected the released specs to be as they were released, but they were edited"));
    }

    private void failOnFindings() {
        List<Finding> found = findings.sorted();
        if (!found.isEmpty()) {
            throw new InvalidSpecsException(found);
        }
    }
}

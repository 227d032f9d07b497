package io.refundtool.specs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorMainTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void shouldWriteSourcesAndSchemas() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        // when
        release(specs, "1.0.0");
        int status = runWithRelease(specs);
        // then
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(directory.resolve("java/io/refundtool/events/shop/OrderPlaced.java"))
                .isNotEmptyFile();
        assertThat(directory.resolve("resources/io/refundtool/events/schemas/shop.order-placed.v1.json"))
                .isNotEmptyFile();
    }

    @Test
    void shouldSayWhatIsWrongAndWriteNothing() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"))
                .replace("shop/order-placed.v1.yaml", "title: Order placed", "title: 7");
        // when
        int status = run(
                specs.path().toString(),
                "java=" + directory.resolve("java"),
                "resources=" + directory.resolve("resources"));
        // then
        assertThat(status).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .last()
                .isEqualTo(
                        "shop/order-placed.v1.yaml:2: Expected title of the spec to be a text, but YAML reads 7 as a int "
                                + "(7): put it in quotes");
        assertThat(directory.resolve("java")).doesNotExist();
    }

    @Test
    void shouldSayWhatBreaksTheReleaseAndWriteNothing() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        release(specs, "1.0.0");
        specs.replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 99")
                .replace("common/types.v1.yaml", "[letter, big-box]", "[letter]");
        // when
        int status = runWithRelease(specs);
        // then
        assertThat(status).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .first()
                .asString()
                .endsWith(" to be compatible with release 1.0.0, but there are 2 findings:");
        assertThat(directory.resolve("java")).doesNotExist();
    }

    @Test
    void shouldNotRunWithoutARelease() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        // when
        int status = runWithRelease(specs);
        // then
        assertThat(status).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .endsWith("release.yaml:1: Expected the file to be there, but it is not\n");
    }

    @Test
    void shouldNotRunWithAReleaseThatWasEdited() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        release(specs, "1.0.0");
        specs.replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 99");
        new SpecDirectory(directory.resolve("released/specs"))
                .replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 99");
        // when
        int status = runWithRelease(specs);
        // then
        assertThat(status).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .endsWith(
                        "release.yaml:4: Expected the released specs to be as they were released, but they were edited\n");
    }

    @Test
    void shouldReleaseAgainOnlyWhatBreaksNothingAndOnlyUnderAHigherVersion() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        assertThat(release(specs, "1.9.0")).isZero();
        // when // then
        assertThat(release(specs, "1.9.0")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .isEqualTo("Expected a version above the released 1.9.0, but got 1.9.0\n");
        assertThat(release(specs, "1.10")).isEqualTo(2);
        assertThat(release(specs, "1.10.0")).isZero();
        specs.replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 99");
        assertThat(release(specs, "2.0.0")).isEqualTo(1);
        assertThat(directory.resolve("released/release.yaml")).content().contains("version: \"1.10.0\"");
    }

    private int release(SpecDirectory specs, String version) {
        return ReleaseMain.run(
                List.of(specs.path().toString(), directory.resolve("released").toString(), version),
                TODAY,
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private int runWithRelease(SpecDirectory specs) {
        return run(
                specs.path().toString(),
                "released=" + directory.resolve("released"),
                "java=" + directory.resolve("java"),
                "resources=" + directory.resolve("resources"));
    }

    @Test
    void shouldAskForItsDirectories() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("specs")).isEqualTo(2);
        assertThat(run("specs", "target/java")).isEqualTo(2);
    }

    @Test
    void shouldSayWhichTargetsThereAre() {
        // when
        int status = run("specs", "cobol=" + directory);
        // then
        assertThat(status).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("with targets of [")
                .contains("java, ")
                .contains("but the arguments are [specs, cobol=");
    }

    private int run(String... arguments) {
        return GeneratorMain.run(List.of(arguments), new PrintStream(errors, true, StandardCharsets.UTF_8));
    }
}

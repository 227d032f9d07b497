package io.refundtool.specs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorMainTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void shouldWriteSourcesAndSchemas() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory.resolve("specs"));
        // when
        int status = run(
                specs.path().toString(),
                "java=" + directory.resolve("java"),
                "schemas=" + directory.resolve("resources"));
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
                "schemas=" + directory.resolve("resources"));
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

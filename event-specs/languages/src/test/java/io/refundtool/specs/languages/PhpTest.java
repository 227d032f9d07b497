package io.refundtool.specs.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.render.php.PhpRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated PHP is tested by the scripts in {@code src/test/php}. */
class PhpTest {

    private static final Path CODE = Workplace.TARGET.resolve("php");
    private static final Tool PHP = new Tool(Workplace.TESTS.resolve("php"), Map.of());

    @BeforeEach
    void skipWithoutPhp() {
        Tool.assumeInstalled("php", "the tests of the events in PHP");
    }

    @Test
    void shouldAgreeOnEveryVector() {
        assertThat(PHP.run("php", "vectors.php", CODE.toString(), Workplace.VECTORS.toString()))
                .endsWith(" 0 failed\n");
    }

    @Test
    void shouldServeProducers() {
        assertThat(PHP.run("php", "producer.php", CODE.toString())).endsWith(" 0 failed\n");
    }

    @ParameterizedTest
    @MethodSource("otherSpecs")
    void shouldHaveWhateverSpecsMaySayAndCallIt(Path specs) {
        // given
        Path code = Workplace.render(specs, "php", PhpRenderer::render);
        // when // then
        String vectors = Workplace.vectorsOf(specs).toString();
        assertThat(PHP.run("php", "vectors.php", code.toString(), vectors)).endsWith(" 0 failed\n");
    }

    private static List<Path> otherSpecs() {
        return List.of(Workplace.SHOP, Workplace.NAMES);
    }
}

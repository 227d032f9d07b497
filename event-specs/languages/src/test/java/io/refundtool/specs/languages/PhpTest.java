package io.refundtool.specs.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.render.php.PhpRenderer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void shouldHaveWhateverSpecsMaySay() {
        // given
        Path shop = Workplace.shop("php-shop", PhpRenderer::render);
        // when // then
        assertThat(PHP.run("php", "vectors.php", shop.toString(), Workplace.SHOP_VECTORS.toString()))
                .endsWith(" 0 failed\n");
    }
}

package io.refundtool.specs.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.render.golang.GoRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated Go is built and tested by Go's own tools, without a network; the tests are in {@code src/test/go}. */
class GoTest {

    private static final Path CODE = Workplace.TARGET.resolve("go");

    private static final Tool GO = new Tool(
            Workplace.TESTS.resolve("go"),
            Map.of(
                    "CGO_ENABLED", "0",
                    "GOCACHE", Workplace.TARGET.resolve("go-cache").toString(),
                    "GOFLAGS", "-mod=mod",
                    "GOPATH", Workplace.TARGET.resolve("go-path").toString(),
                    "GOPROXY", "off",
                    "GOTOOLCHAIN", "local",
                    "GOWORK", "off",
                    "VECTORS", Workplace.VECTORS.toString()));

    @BeforeEach
    void skipWithoutGo() {
        Tool.assumeInstalled("go", "the tests of the events in Go");
    }

    @Test
    void shouldBeFormattedAndFreeOfWhatVetWarnsOf() {
        assertThat(GO.in(CODE).run("gofmt", "-l", ".")).isEmpty();
        GO.in(CODE).run("go", "vet", "./...");
        assertThat(GO.run("gofmt", "-l", ".")).isEmpty();
        GO.run("go", "vet", "./...");
    }

    @Test
    void shouldAgreeOnEveryVectorAndServeProducers() {
        assertThat(GO.run("go", "test", "-count=1", "./..."))
                .contains("ok  \trefundtool.io/events-tests/vectors")
                .contains("ok  \trefundtool.io/events-tests/producer");
    }

    @Test
    void shouldHaveWhateverSpecsMaySay() throws IOException {
        // given
        Path shop = Workplace.shop("go-shop", GoRenderer::render);
        Path module = Files.writeString(
                Workplace.TARGET.resolve("go-shop.mod"),
                Files.readString(GO.directory().resolve("go.mod")).replace("../../../target/go", shop.toString()));
        Tool go = GO.with("VECTORS", Workplace.SHOP_VECTORS.toString());
        // when // then
        assertThat(go.in(shop).run("gofmt", "-l", ".")).isEmpty();
        go.in(shop).run("go", "vet", "./...");
        go.run("go", "test", "-count=1", "-modfile=" + module, "./vectors");
    }
}

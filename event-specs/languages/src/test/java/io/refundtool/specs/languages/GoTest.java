package io.refundtool.specs.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.render.golang.GoRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    @ParameterizedTest
    @MethodSource("otherSpecs")
    void shouldHaveWhateverSpecsMaySayAndCallIt(Path specs) throws IOException {
        // given
        Path code = Workplace.render(specs, "go", GoRenderer::render);
        Path module = Files.writeString(
                code.resolveSibling(code.getFileName() + ".mod"),
                Files.readString(GO.directory().resolve("go.mod")).replace("../../../target/go", code.toString()));
        Tool go = GO.with("VECTORS", Workplace.vectorsOf(specs).toString());
        // when // then
        assertThat(go.in(code).run("gofmt", "-l", ".")).isEmpty();
        go.in(code).run("go", "vet", "./...");
        go.run("go", "test", "-count=1", "-modfile=" + module, "./vectors");
    }

    private static List<Path> otherSpecs() {
        return List.of(Workplace.SHOP, Workplace.NAMES);
    }
}

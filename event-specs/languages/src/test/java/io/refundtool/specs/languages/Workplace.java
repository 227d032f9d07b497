package io.refundtool.specs.languages;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.SpecReader;
import io.refundtool.specs.generator.render.GeneratedFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Where generated code, test vectors and hand-written tests are. */
final class Workplace {

    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path TESTS = Path.of("src/test").toAbsolutePath();
    static final Path VECTORS = Path.of("../vectors").toAbsolutePath().normalize();

    /** The specs that the generator's tests have, which use all that specs may say, and vectors for them. */
    static final Path SHOP =
            Path.of("../generator/src/test/resources").toAbsolutePath().normalize();

    /** Specs whose names Go, PHP or the code beside the generated one have a use for themselves, and vectors for them. */
    static final Path NAMES = TESTS.resolve("names");

    private Workplace() {}

    static Path vectorsOf(Path specs) {
        return specs.resolve("vectors");
    }

    /** Renders other specs than ours into a directory of the target. */
    static Path render(Path specs, String name, Function<SpecModel, Map<String, String>> renderer) {
        Path directory = TARGET.resolve(name + "-" + specs.getFileName());
        GeneratedFiles.write(directory, renderer.apply(SpecReader.read(specs.resolve("specs"))));
        return directory;
    }
}

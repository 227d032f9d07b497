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

    private static final Path SHOP =
            Path.of("../generator/src/test/resources").toAbsolutePath().normalize();

    /** Vectors of the specs that the generator's tests have, which use all that specs may say. */
    static final Path SHOP_VECTORS = SHOP.resolve("vectors");

    private Workplace() {}

    /** Renders the specs of the generator's tests into a directory of the target. */
    static Path shop(String name, Function<SpecModel, Map<String, String>> renderer) {
        Path directory = TARGET.resolve(name);
        GeneratedFiles.write(directory, renderer.apply(SpecReader.read(SHOP.resolve("specs"))));
        return directory;
    }
}

package io.refundtool.specs.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.docs.ResourceRenderer;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated from the small specs of the tests, character by character.
 *
 * <p>After a wanted change: run with {@code -Dgolden.update=true}, then read what changed in {@code golden} and commit it.
 */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void shouldRenderTheGoldenFiles() throws IOException {
        // given
        SpecModel model = SpecReader.read(Path.of("src/test/resources/specs"));
        // when
        Map<String, String> rendered = new TreeMap<>(JavaRenderer.render(model));
        rendered.putAll(ResourceRenderer.render(model));
        // then
        if (Boolean.getBoolean("golden.update")) {
            GeneratedFiles.write(GOLDEN, rendered);
        }
        Map<String, String> golden = golden();
        assertThat(rendered).containsOnlyKeys(golden.keySet());
        rendered.forEach((path, content) -> assertThat(content).as(path).isEqualTo(golden.get(path)));
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> golden = new TreeMap<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                golden.put(GOLDEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return golden;
    }
}

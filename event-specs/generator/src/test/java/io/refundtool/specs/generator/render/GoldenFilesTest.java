package io.refundtool.specs.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.docs.ResourceRenderer;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.SpecReader;
import io.refundtool.specs.generator.render.golang.GoRenderer;
import io.refundtool.specs.generator.render.php.PhpRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated from the small specs of the tests, character by character.
 *
 * <p>After a wanted change: run with {@code -Dgolden.update=true}, then read what changed in the directories and
 * commit it. Files that are the same whatever the specs say are not kept twice.
 */
class GoldenFilesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String GENERATED = "Code generated from ";

    private final SpecModel model = SpecReader.read(RESOURCES.resolve("specs"));

    @Test
    void shouldRenderJavaAndSchemas() throws IOException {
        // when
        Map<String, String> rendered = new TreeMap<>(JavaRenderer.render(model));
        rendered.putAll(ResourceRenderer.render(model));
        // then
        compare("golden", rendered);
    }

    @Test
    void shouldRenderGo() throws IOException {
        compare("golden-go", generated(GoRenderer.render(model)));
    }

    @Test
    void shouldRenderPhp() throws IOException {
        compare("golden-php", generated(PhpRenderer.render(model)));
    }

    private static Map<String, String> generated(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().contains(GENERATED))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void compare(String directory, Map<String, String> rendered) throws IOException {
        Path path = RESOURCES.resolve(directory);
        if (Boolean.getBoolean("golden.update")) {
            GeneratedFiles.write(path, rendered);
        }
        Map<String, String> golden = golden(path);
        assertThat(rendered).containsOnlyKeys(golden.keySet());
        rendered.forEach((file, content) -> assertThat(content).as(file).isEqualTo(golden.get(file)));
    }

    private static Map<String, String> golden(Path directory) throws IOException {
        Map<String, String> golden = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                golden.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return golden;
    }
}

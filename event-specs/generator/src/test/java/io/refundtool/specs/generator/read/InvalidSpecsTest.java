package io.refundtool.specs.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.SpecDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the specs: broken once, and found with file, line and reason. */
class InvalidSpecsTest {

    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingInValidSpecs() {
        assertThat(SpecDirectory.copiedTo(directory).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("brokenRules")
    void shouldSayWhatBreaksARuleAndWhere(String file, String part, String replacement, String finding) {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory);
        specs.replace(file, part, replacement);
        // when
        List<String> findings = specs.findings();
        // then
        assertThat(findings).contains(finding);
    }

    @Test
    void shouldTellAllFindingsAtOnceInTheOrderOfFilesAndLines() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory)
                .replace("shop/order-packed.v1.yaml", "title: Order packed\n", "")
                .replace("common/types.v1.yaml", "    maxLength: 64\n", "")
                .replace("topics.yaml", "P30D", "a month")
                .replace("common/types.v1.yaml", "maximum: 9223372036854775807", "maximum: 9223372036854775808");
        // when
        List<String> findings = specs.findings();
        // then
        assertThat(findings)
                .containsExactly(
                        "common/types.v1.yaml:2: Expected string 'OrderId' to have a maxLength, but it has none",
                        "common/types.v1.yaml:31: Expected maximum of type 'Grams' to be between -9223372036854775808 and "
                                + "9223372036854775807, but it is 9223372036854775808",
                        "shop/order-packed.v1.yaml:1: Expected the spec to have title, but it has none",
                        "topics.yaml:10: Expected retention of topic 'shop.order.v1' to be a positive ISO 8601 duration such "
                                + "as PT5M or P30D, but it is 'a month'");
    }

    @Test
    void shouldFindAnEventThatIsInNoTopicAndAFileThatIsNoSpec() {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory);
        String packed = specs.read("shop/order-packed.v1.yaml").replaceFirst("deprecated: .*\n", "");
        specs.write("shop/order-lost.v1.yaml", packed.replace("packed", "lost"))
                .write("shop/OrderLost.yaml", packed)
                .write("json/order-lost.v1.yaml", packed.replace("shop.order-packed", "json.order-lost"))
                .write("notes.txt", "a: 1");
        // when // then
        assertThat(specs.findings())
                .containsExactly(
                        "json/order-lost.v1.yaml:1: Expected json.order-lost.v1 to be in a topic of topics.yaml, but it is in "
                                + "none",
                        "json/order-lost.v1.yaml:1: Expected the name of a system to be free, but 'json' is taken",
                        "notes.txt:1: Expected the file to be named <system>/<event>.v<version>.yaml, but it is notes.txt",
                        "shop/OrderLost.yaml:1: Expected the file to be named <system>/<event>.v<version>.yaml, but it is "
                                + "shop/OrderLost.yaml",
                        "shop/order-lost.v1.yaml:1: Expected shop.order-lost.v1 to be in a topic of topics.yaml, but it is in "
                                + "none");
    }

    @Test
    void shouldFindAFileThatIsNotUtf8OrIsMissing() throws Exception {
        // given
        SpecDirectory specs = SpecDirectory.copiedTo(directory);
        Files.write(directory.resolve("shop/order-packed.v1.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
        Files.delete(directory.resolve("topics.yaml"));
        // when // then
        assertThat(specs.findings())
                .containsExactly(
                        "shop/order-packed.v1.yaml:1: Expected the file to be UTF-8, but it is not",
                        "topics.yaml:1: Expected the file to be there, but it is not");
    }

    /** The lines of the table: file | part | replacement | finding, where {@code \n} stands for a line break. */
    private static Stream<Arguments> brokenRules() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/invalid-specs.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells ->
                        Arguments.of(cells[0], cells[1].replace("\\n", "\n"), cells[2].replace("\\n", "\n"), cells[3]));
    }
}

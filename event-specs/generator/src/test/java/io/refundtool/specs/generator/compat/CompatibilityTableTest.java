package io.refundtool.specs.generator.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.model.Compatibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of rules that people read says what the code does. */
class CompatibilityTableTest {

    private static final Path PAGE = Path.of("../../docs/changing-events.md");

    @Test
    void shouldSayInTheDocumentationWhatTheRulesAre() throws IOException {
        // given
        List<List<String>> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && line.split("\\|", -1).length == 8)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> List.of(cells.get(1), cells.get(3), cells.get(4), cells.get(5), cells.get(6)))
                .toList();
        // when
        List<List<String>> rules = Arrays.stream(Rule.values())
                .map(rule -> List.of(
                        "`" + rule.id() + "`",
                        verdict(rule, Compatibility.COMPATIBLE),
                        verdict(rule, Compatibility.FORWARD),
                        verdict(rule, Compatibility.NONE),
                        rule.reason()))
                .toList();
        // then
        assertThat(rows).isEqualTo(rules);
    }

    private static String verdict(Rule rule, Compatibility mode) {
        return rule.isAllowedUnder(mode) ? "yes" : "no";
    }
}

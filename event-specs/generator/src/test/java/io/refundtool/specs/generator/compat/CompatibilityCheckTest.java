package io.refundtool.specs.generator.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.SpecDirectory;
import io.refundtool.specs.generator.model.Compatibility;
import io.refundtool.specs.generator.read.Finding;
import io.refundtool.specs.generator.read.SpecReader;
import io.refundtool.specs.generator.read.SpecSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change, under every mode: what may be done and what is found, where. */
class CompatibilityCheckTest {

    private static final Path TABLE = Path.of("src/test/resources/compatibility.txt");
    private static final LocalDate BEFORE_THE_SUNSET = LocalDate.parse("2026-07-30");
    private static final List<String> EVENTS =
            List.of("shop/order-placed.v1.yaml", "shop/order-packed.v1.yaml", "shop/order-packed.v2.yaml");

    @TempDir
    private Path directory;

    private SpecDirectory released;
    private SpecDirectory current;

    @BeforeEach
    void copy() {
        released = SpecDirectory.copiedTo(directory.resolve("released"));
        current = SpecDirectory.copiedTo(directory.resolve("current"));
    }

    @ParameterizedTest(name = "{0} {1}: {4}")
    @MethodSource("table")
    void shouldAllowOrFindAChange(
            String rule,
            Compatibility mode,
            boolean allowed,
            String file,
            String part,
            String replacement,
            String what) {
        // given
        allUnder(mode);
        current.replace(file, part, replacement);
        if (rule.equals("event-removed")) {
            current.delete("shop/order-packed.v2.yaml")
                    .replace(
                            "shop/order-packed.v1.yaml",
                            "successor: shop.order-packed.v2",
                            "successor: shop.order-placed.v1");
        }
        // when
        List<String> findings = findings(BEFORE_THE_SUNSET);
        // then
        if (allowed) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().asString().startsWith(what + " (rule " + rule + ", ");
        }
    }

    @Test
    void shouldHaveEveryRuleInTheTable() throws IOException {
        // given
        Set<String> tried = new HashSet<>();
        lines().forEach(cells -> tried.add(cells[0]));
        // then
        assertThat(Arrays.stream(Rule.values()).map(Rule::id))
                .filteredOn(rule -> !tried.contains(rule))
                .as("rules with tests of their own, since no single edit breaks them")
                .containsExactlyInAnyOrder("mode-loosened", "key-changed");
        for (String[] cells : lines().filter(cells -> !cells[0].equals("free")).toList()) {
            Rule rule = Rule.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(Arrays.stream(Compatibility.values()).map(mode -> rule.isAllowedUnder(mode) ? "+" : "-"))
                    .as(rule.id())
                    .containsExactly(cells[1].split(" ", -1));
        }
    }

    @Test
    void shouldFindAllChangesAtOnceAndNameTheEventsOfASharedType() {
        // given
        current.replace("common/types.v1.yaml", "maxLength: 64", "maxLength: 32")
                .replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 50")
                .replace("topics.yaml", "partitions: 6", "partitions: 7");
        // when // then
        assertThat(findings(BEFORE_THE_SUNSET))
                .containsExactly(
                        "common/types.v1.yaml:6: Expected maxLength of OrderId to stay 64, but it is 32 (rule limit-narrowed,"
                                + " under compatible and forward: events of the release may be beyond it;"
                                + " shop.order-placed.v1 at orderId and 2 more)",
                        "shop/order-placed.v1.yaml:29: Expected maximum of 'quantity' of shop.order-placed.v1 to stay 100, but"
                                + " it is 50 (rule limit-narrowed, under compatible: events of the release may be beyond it;"
                                + " shop.order-placed.v1 at quantity)",
                        "topics.yaml:9: Expected partitions of topic 'shop.order.v1' to stay 6, but it is 7 (rule"
                                + " partitions-changed, whatever the mode: an order would move to another partition and"
                                + " overtake itself)");
    }

    @Test
    void shouldJudgeASharedTypeByTheStrictestModeOfItsEvents() {
        // given
        current.replace("common/types.v1.yaml", "required: []", "required: [email]");
        // then only order-placed, which is compatible, has a buyer
        assertThat(findings(BEFORE_THE_SUNSET))
                .singleElement()
                .asString()
                .contains("under compatible:")
                .endsWith("; shop.order-placed.v1 at buyer.email)");
    }

    @Test
    void shouldGoByTheModeOfTheReleaseAndLetItOnlyBecomeStricter() {
        // given
        current.replace("shop/order-placed.v1.yaml", "compatibility: compatible", "compatibility: none")
                .replace("shop/order-placed.v1.yaml", "maximum: 100", "maximum: 101")
                .replace("shop/order-packed.v2.yaml", "compatibility: forward", "compatibility: compatible");
        // when // then
        assertThat(findings(BEFORE_THE_SUNSET))
                .extracting(finding -> finding.substring(0, finding.indexOf(" (rule")))
                .containsExactly(
                        "shop/order-placed.v1.yaml:6: Expected compatibility of shop.order-placed.v1 to stay compatible, but it"
                                + " is none",
                        "shop/order-placed.v1.yaml:29: Expected maximum of 'quantity' of shop.order-placed.v1 to stay 100, but"
                                + " it is 101");
    }

    @Test
    void shouldLetAVersionGoOnItsSunset() {
        // given
        current.delete("shop/order-packed.v1.yaml")
                .replace("topics.yaml", "\n      - type: shop.order-packed.v1", "")
                .replace("topics.yaml", "anyOf: [shop.order-packed.v1]", "anyOf: [shop.order-packed.v2]");
        // when // then
        assertThat(findings(LocalDate.parse("2026-07-31"))).isEmpty();
        assertThat(findings(BEFORE_THE_SUNSET))
                .containsExactly(
                        "shop/order-packed.v1.yaml:1: Expected shop.order-packed.v1 to be there until its sunset"
                                + " 2026-07-31, but it is gone (rule event-removed, under forward: it may go only on the sunset that"
                                + " the release announced; shop.order-packed.v1)");
    }

    @Test
    void shouldFindThatAVersionIsDeprecatedAndRemovedAtOnce() {
        // given the release does not say that it goes
        released.replace(
                "shop/order-packed.v1.yaml",
                "deprecated: {since: \"2026-01-31\", sunset: \"2026-07-31\", successor: shop.order-packed.v2}\n",
                "");
        current.delete("shop/order-packed.v1.yaml")
                .replace("topics.yaml", "\n      - type: shop.order-packed.v1", "")
                .replace("topics.yaml", "anyOf: [shop.order-packed.v1]", "anyOf: [shop.order-packed.v2]");
        // when // then
        assertThat(findings(LocalDate.parse("2999-01-01")))
                .singleElement()
                .asString()
                .contains("since the release has it and does not deprecate it, but it is gone");
    }

    @Test
    void shouldAllowANewVersionANewEventAndANewTopic() {
        // given
        String packed = current.read("shop/order-packed.v2.yaml");
        current.write("shop/order-packed.v3.yaml", packed.replace("packed.v2", "packed.v3"))
                .write("depot/order-stored.v1.yaml", packed.replace("shop.order-packed.v2", "depot.order-stored.v1"))
                .replace("topics.yaml", "      - type: shop.order-packed.v2", """
                              - type: shop.order-packed.v2
                              - type: shop.order-packed.v3
                          depot.order.v1:
                            {description: Depots., interface: DepotEvent, writer: depot, readers: [stock-service], key: orderId,
                             partitions: 6, retention: P30D, compression: lz4, maxMessageBytes: 1048576,
                             events: [{type: depot.order-stored.v1}]}
                          shop.parcel.v1:
                            description: Parcels.
                            interface: ParcelEvent
                            writer: shop
                            readers: [stock-service]
                            key: orderId
                            partitions: 6
                            retention: P30D
                            compression: lz4
                            maxMessageBytes: 1048576
                            events:
                              - type: shop.parcel-sent.v1
                        """.stripTrailing())
                .write("shop/parcel-sent.v1.yaml", packed.replace("shop.order-packed.v2", "shop.parcel-sent.v1"));
        // when // then
        assertThat(findings(BEFORE_THE_SUNSET)).isEmpty();
    }

    @Test
    void shouldFindAnotherKey() {
        // given a topic of dead letters becomes one of events under the same name
        current.replace("topics.yaml", "      - type: shop.order-packed.v2\n", "")
                .replace("topics.yaml", "key: origin", "interface: LetterEvent\n    key: orderId")
                .replace("topics.yaml", "partitions: 2", "partitions: 6")
                .replace("topics.yaml", "deadLetters: true", "events: [{type: shop.order-packed.v2}]");
        // when // then
        assertThat(findings(BEFORE_THE_SUNSET))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(
                                "topics.yaml:23: Expected key of topic 'stock-service.dead-letter.v1' to stay origin, but it"
                                        + " is orderId (rule key-changed, whatever the mode: "));
    }

    private void allUnder(Compatibility mode) {
        for (SpecDirectory specs : List.of(released, current)) {
            EVENTS.forEach(file -> specs.write(
                    file, specs.read(file).replaceFirst("compatibility: [a-z]+", "compatibility: " + mode.word())));
        }
    }

    private List<String> findings(LocalDate today) {
        return CompatibilityCheck.findings(
                        SpecReader.read(released.path()),
                        SpecReader.read(current.path()),
                        new SpecSources(current.path()),
                        today)
                .stream()
                .map(Finding::toString)
                .toList();
    }

    private static Stream<Arguments> table() throws IOException {
        return lines().flatMap(cells -> {
            Iterator<String> verdicts = List.of(cells[1].split(" ", -1)).iterator();
            return Arrays.stream(Compatibility.values())
                    .map(mode -> Arguments.of(
                            cells[0],
                            mode,
                            verdicts.next().equals("+"),
                            cells[2],
                            cells[3].replace("\\n", "\n"),
                            cells[4].replace("\\n", "\n"),
                            cells[5]));
        });
    }

    private static Stream<String[]> lines() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
    }
}

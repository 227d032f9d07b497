package io.refundtool.refund.scenario;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.refund.domain.RefundEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read, what is refused, and that what is written is read as it was. */
class ScenarioFormatTest {

    private static final String MINIMAL = """
            scenario: A title
            why: A row
            steps:
              - when: bob.refund-requested
                then: approved
            state:
              R-1: {status: approved}
            """;

    @TestFactory
    Stream<DynamicNode> shouldReadWhatItWrites() {
        return ScenarioFiles.tests(
                () -> "O-1",
                scenario -> () -> assertSame(scenario, ScenarioReader.parse("written", ScenarioText.of(scenario))));
    }

    @Test
    void shouldPrintAHistoryAsAScenario() {
        // given
        List<RefundEvent> history = List.of(
                arrives("a", requested("R-1", line("L1", 1, 1000))),
                arrives("b", requested("R-2", CARD, line("L1", 1, 500), line("L2", 1, 1))),
                arrives("b", requested("R-2", CARD, line("L1", 1, 500), line("L2", 1, 1))),
                arrives("c", paid("R-1", 1, 3, 1000, "T-9")));

        // when
        Scenario recorded = Recording.of("Found by seed 42: it ends", "confluent", history);

        // then
        assertThat(ScenarioText.of(recorded)).isEqualTo("""
                ---
                scenario: "Found by seed 42: it ends"
                why: confluent
                steps:
                  - when: bob.refund-requested
                    then: approved
                  - when: {bob.refund-requested: {refund: R-2, lines: [{line: L1, amount: 5.00}, {line: L2, amount: 0.01}], alternativePayout: card/card-2}}
                    then: approved
                  - when: {again: last}
                    then: nothing
                  - when: {payment.money-refunded: {try: 3, transaction: T-9}}
                    then: nothing
                    because: "Kept: Payment has not answered for every part, or was not asked yet"
                state:
                  R-1: {status: approved, fiscalization: none, notification: none, receipts: [], paid: 10.00, reversed: 0.00}
                  R-2: {status: approved, fiscalization: none, notification: none, receipts: [], paid: 0.00, reversed: 0.00}
                """);
        assertSame(recorded, ScenarioReader.parse("written", ScenarioText.of(recorded)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            when: bob.refund-requested|when: bob.refund-wished           |x.yaml:4: Expected one of again, passes, bob.refund-requested,
            when: bob.refund-requested|when: {bob.refund-requested: {refnd: R-1}}|x.yaml:4: Expected one of the fields orderId, refund, country
            when: bob.refund-requested|when: {bob.refund-requested: {lines: L1}} |x.yaml:4: Expected lines to be a list, but it is 'L1'
            when: bob.refund-requested|when: {bob.refund-requested: {lines: [{line: L1, amount: ten}]}}   |x.yaml:4: Expected amountMinor to be a number, but it is 'ten'
            when: bob.refund-requested|when: {bob.refund-requested: {lines: [{line: L1, amount: '1.00'}]}}|x.yaml:4: Expected amountMinor to be a number
            when: bob.refund-requested|when: {bob.refund-requested: {lines: [{line: L1, amount: 1.001}]}} |x.yaml:4: Expected amountMinor to have at most 2 decimals
            when: bob.refund-requested|when: {bob.refund-requested: {lines: [{amount: 1.00}]}}            |x.yaml:4: Expected the field 'line', but it is not here
            when: bob.refund-requested|when: {bob.refund-requested: {lines: [{line: L1, quantity: 0, amount: 1.00}]}}|x.yaml:4: Expected quantity to be
            when: bob.refund-requested|when: {bob.refund-clarified: {payout: gold}} |x.yaml:4: Expected one of original-payment, card
            when: bob.refund-requested|when: {again: last}                      |x.yaml:4: Expected an event that may come again
            when: bob.refund-requested|when: {passes: midnight}                 |x.yaml:4: Expected one of request, clarification
            then: approved            |then: aproved                            |x.yaml:5: Expected one of nothing, refused, approved
            then: approved            |then: [approved: {atempt: 1}]            |x.yaml:5: Expected a field of refund.approved.v1
            then: approved            |then: [approved: {refund.parts.1: 1}]    |x.yaml:5: Expected a path that ends in a field
            then: approved            |then: []                                 |x.yaml:5: Expected at least one event
            then: approved            |thn: approved                            |x.yaml:4: Expected the field 'then'
            R-1: {status: approved}   |R-1: {status: gone}                      |x.yaml:7: Expected one of awaiting-clarification
            R-1: {status: approved}   |R-1: {staus: approved}                   |x.yaml:7: Expected one of the fields status
            why: A row                |wy: A row                                |x.yaml:1: Expected the field 'why'
            why: A row                |scenario: A row                          |x.yaml:2: Expected each field once
            why: A row                |why: [A row                              |x.yaml:3: Expected YAML
            """)
    void shouldSayWhereAndWhatWasExpected(String from, String to, String sentence) {
        assertThatThrownBy(() -> ScenarioReader.parse("x.yaml", MINIMAL.replace(from, to)))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageStartingWith(sentence);
    }

    private static void assertSame(Scenario scenario, List<Scenario> read) {
        assertThat(read)
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Place.class)
                .isEqualTo(scenario);
    }
}

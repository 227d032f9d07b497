package io.refundtool.refund.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario can fail, and says what differs. */
class ScenarioRunTest {

    private static final String TRUE = """
            scenario: A title
            why: A row
            steps:
              - when: bob.refund-requested
                then: approved
              - when: {payment.money-refunded: {part: 1}}
                then: [money-refunded: {attempt: 1}]
              - when: payment.money-refunded
                then: nothing
                because: was paid by transaction T-1 before
            state:
              R-1: {status: money-refunded, paid: 10.00}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            then: approved      |then: nothing              |x:4: A title
            then: approved      |then: [approved, approved] |expected:  [approved, approved]
            then: approved      |then: refused              |but found: [approved]
            then: approved      |then: [approved: {attempt: 2}]       |but found: [approved: {attempt: 1}]
            then: approved      |then: [approved: {refund.parts.1.transaction: T-1}]|but found: [approved: {refund.parts.1.transaction: ~}]
            attempt: 1          |refundId: R-2              |when:      payment.money-refunded
            then: nothing       |then: refused              |but found: nothing
            transaction T-1     |transaction T-2            |recorded:  Part 1 of refund R-1 was paid by transaction T-1 before
            status: money-refunded|status: completed        |expected R-1 to stand as
            paid: 10.00         |paid: 10.01                |expected R-1 to stand as
            R-1: {status        |R-2: {status               |refunds of x:1 at the end
            {payment.money-refunded: {part: 1}}|{passes: receipt}|Expected R-1 to wait for receipt
            """)
    void shouldFailWhereSomethingDiffers(String from, String to, String sentence) {
        Scenario scenario = ScenarioReader.parse("x", TRUE.replace(from, to)).getFirst();
        DeciderMachine machine = new DeciderMachine(scenario.given());

        assertThatThrownBy(() -> ScenarioRun.of(scenario, machine))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(sentence);
    }
}

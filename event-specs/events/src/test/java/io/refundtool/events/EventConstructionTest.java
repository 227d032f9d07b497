package io.refundtool.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Limits;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.VatRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventConstructionTest {

    @Test
    void shouldCopyListsSoThatAnEventNeverChanges() {
        // given
        OrderBasis order = Samples.order();
        var lines = new ArrayList<>(order.lines());
        OrderBasis copy =
                new OrderBasis(order.orderedAt(), order.currency(), order.customer(), order.payments(), lines);
        // when
        lines.clear();
        // then
        assertThat(copy).isEqualTo(order);
        assertThatThrownBy(() -> copy.lines().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldRefuseAListThatIsTooLongOrTooShortOrHasAHole() {
        // given
        OrderBasis order = Samples.order();
        var tooMany = Collections.nCopies(5_001, order.lines().getFirst());
        var holed = new ArrayList<>(order.lines());
        holed.set(1, null);
        // when // then
        assertThatThrownBy(() -> withLines(order, tooMany))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("Expected lines to have 1 to 5000 items, but it has 5001");
        assertThatThrownBy(() -> withLines(order, List.of()))
                .hasMessage("Expected lines to have 1 to 5000 items, but it has 0");
        assertThatThrownBy(() -> withLines(order, holed))
                .hasMessage("Expected lines[1] to be there, but it is missing");
        assertThat(withLines(order, Collections.nCopies(5_000, order.lines().getFirst()))
                        .lines())
                .hasSize(5_000);
    }

    @Test
    void shouldRefuseNumbersBeyondTheirRange() {
        assertThatThrownBy(() -> new RequestedLine("line-1", 0, 1))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("Expected quantity to be between 1 and 1000000, but it is 0");
        assertThatThrownBy(() -> new RequestedLine("line-1", 1, -1_000_000_000_000_001L))
                .hasMessageStartingWith("Expected amountMinor to be between");
    }

    @Test
    void shouldCountCodePointsAndNotChars() {
        // given
        String longest = "🙂".repeat(Limits.TEXT.maxLength());
        // when // then
        assertThat(Limits.TEXT.allows(longest)).isTrue();
        assertThat(Limits.TEXT.allows(longest + "🙂")).isFalse();
        assertThat(Limits.EMAIL.allows("🙂@")).isFalse();
        assertThat(Limits.EMAIL.allows("🙂@🙂")).isTrue();
    }

    @Test
    void shouldMatchTheWholeText() {
        assertThat(Limits.ORDER_ID.allows("order-1")).isTrue();
        assertThat(Limits.ORDER_ID.allows("order-1\n")).isFalse();
        assertThat(Limits.ORDER_ID.allows("\norder-1")).isFalse();
        assertThat(Limits.LANGUAGE.allows("en\n")).isFalse();
    }

    @Test
    void shouldRefuseATimeThatASpecCannotSay() {
        assertThatThrownBy(() -> new Cause("e-1", "bob.refund-requested.v1", Samples.NOON.plusNanos(1)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage(
                        "Expected occurredAt to have at most microseconds, but it is 2026-01-31T12:00:00.000000001Z");
        assertThatThrownBy(() -> new Cause("e-1", "bob.refund-requested.v1", Instant.parse("3000-01-01T00:00:00Z")))
                .hasMessageStartingWith("Expected occurredAt to be a time of the years 1000 to 2999");
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveOnlyCurrenciesWithMinorUnits(CurrencyCode code) {
        assertThat(Currency.getInstance(code.wire()).getDefaultFractionDigits()).isNotNegative();
    }

    @Test
    void shouldFindConstantsByTheirTextOnTheWire() {
        assertThat(VatRate.of("vat20")).isEqualTo(VatRate.VAT20);
        assertThat(VatRate.find("VAT20")).isEmpty();
        assertThat(Country.find("NO")).contains(Country.NO);
        assertThatThrownBy(() -> Country.of("no"))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("Expected the value to be one of the 251 values of Country, but it is 'no'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-1-2-01", "00-0AF7651916CD43DD8448EB211C80319C-00F067AA0BA902B7-01"})
    void shouldRefuseAnEnvelopeWithATraceparentThatIsNone(String traceparent) {
        assertThatThrownBy(() -> new Envelope<>("e-1", "/bob", Samples.NOON, traceparent, Samples.refundRequested()))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith("Expected traceparent to ");
    }

    @Test
    void shouldCutTheTimeOfAnEnvelopeToMicroseconds() {
        // when
        var envelope = new Envelope<>("e-1", "/bob", Samples.NOON.plusNanos(1_999), null, Samples.refundRequested());
        // then
        assertThat(envelope.time()).isEqualTo(Samples.NOON.plusNanos(1_000));
        assertThat(envelope.type()).isEqualTo(EventType.BOB_REFUND_REQUESTED_V1);
    }

    private static OrderBasis withLines(OrderBasis order, List<OrderLine> lines) {
        return new OrderBasis(order.orderedAt(), order.currency(), order.customer(), order.payments(), lines);
    }
}

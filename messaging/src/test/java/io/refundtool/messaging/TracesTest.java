package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TracesTest {

    @Test
    void shouldBeginATraceOfItsOwn() {
        assertThat(Traces.isValid(Traces.newTraceparent())).isTrue();
        assertThat(Traces.newTraceparent()).isNotEqualTo(Traces.newTraceparent());
    }

    @Test
    void shouldStayInTheTraceOfTheParent() {
        // when
        String child = Traces.childOf(TestEvents.TRACEPARENT);

        // then
        assertThat(Traces.traceId(child)).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(child).isNotEqualTo(TestEvents.TRACEPARENT);
    }

    @Test
    void shouldDeriveTheSameSpanFromTheSameEvent() {
        assertThat(Traces.childOf(TestEvents.TRACEPARENT, "event-1"))
                .isEqualTo(Traces.childOf(TestEvents.TRACEPARENT, "event-1"))
                .isNotEqualTo(Traces.childOf(TestEvents.TRACEPARENT, "event-2"));
        assertThat(Traces.isValid(Traces.childOf(null, "event-1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            })
    void shouldBeginANewTraceWhenTheParentCannotBeRead(String broken) {
        assertThat(Traces.traceId(broken)).isEmpty();
        assertThat(Traces.isValid(Traces.childOf(broken))).isTrue();
    }

    @Test
    void shouldNameTheEventInLogLines() {
        try (EventLogContext _ = EventLogContext.of(TestEvents.noteAdded("order-1", ""))) {
            assertThat(MDC.get("orderId")).isEqualTo("order-1");
            assertThat(MDC.get("refundId")).isEqualTo("order-1-r1");
            assertThat(MDC.get("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        }
        assertThat(MDC.get("orderId")).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }
}

package io.refundtool.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.RefundUpdate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code given(events).when(event).then(events)} on the pure decider. Every {@code then} is exact, and every scenario
 * decides its last event on the same state once more: the same input has to give the same output.
 */
final class Scenario {

    private OrderState state = OrderState.EMPTY;
    private Decision last = new Decision.Ignored("nothing happened");
    private int events;

    static Scenario given(Event... history) {
        Scenario scenario = new Scenario();
        for (Event event : history) {
            scenario.happens(event);
        }
        return scenario;
    }

    Scenario when(Event event) {
        OrderState before = state;
        happens(event);
        Decision again = RefundDecider.decide(before, RefundEvents.arrives("e" + events, event));
        assertThat(again).as("decided again").isEqualTo(last);
        return this;
    }

    Scenario then(String... eventTypes) {
        assertThat(emitted())
                .as("announced after %s", last)
                .extracting(event -> event.eventType().wireName())
                .containsExactly(eventTypes);
        return this;
    }

    Scenario thenIgnored(String reasonPart) {
        assertThat(last)
                .isInstanceOfSatisfying(
                        Decision.Ignored.class,
                        ignored -> assertThat(ignored.reason()).contains(reasonPart));
        return this;
    }

    Scenario thenRefused(Rejection.Code code) {
        assertThat(last)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(code));
        return this;
    }

    Scenario thenNoted(String notePart) {
        then();
        assertThat(((Decision.Accepted) last).note()).contains(notePart);
        return this;
    }

    Scenario thenKeptEarly() {
        assertThat(last).isInstanceOf(Decision.Early.class);
        return this;
    }

    /** The last of what was announced. */
    <T extends RefundUpdate> T told(Class<T> type) {
        assertThat(emitted()).as("announced after %s", last).isNotEmpty();
        return type.cast(emitted().getLast());
    }

    Scenario leaves(String refundId, RefundStatus status) {
        assertThat(refund(refundId).status()).isEqualTo(status);
        return this;
    }

    Refund refund(String refundId) {
        return state.refund(refundId).orElseThrow();
    }

    List<RefundUpdate> emitted() {
        return last instanceof Decision.Accepted accepted
                ? accepted.emitted().stream().map(Emission::event).toList()
                : new ArrayList<>();
    }

    private void happens(Event event) {
        events++;
        last = RefundDecider.decide(state, RefundEvents.arrives("e" + events, event));
        state = state.after(RefundEvents.arrives("e" + events, event), last);
    }
}

package io.refundtool.refund.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.RefundEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pure decider, with nothing around it but what it asks of its caller: each event is handed over once. It decides
 * every event twice, since the same input has to give the same output.
 */
public final class DeciderMachine implements Machine {

    private final Scenario.Given given;
    private final Set<String> seen = new HashSet<>();
    private OrderState order = OrderState.EMPTY;

    public DeciderMachine(Scenario.Given given) {
        this.given = given;
    }

    @Override
    public Reaction happens(String eventId, Event event) {
        if (!seen.add(eventId)) {
            return new Reaction(eventId, event, List.of(), false, null);
        }
        RefundEvent arrived = RefundEvent.of(new Envelope<>(eventId, "/test", RefundEvents.NOON, null, event));
        Decision decision = RefundDecider.decide(order, arrived);
        assertThat(RefundDecider.decide(order, arrived))
                .as("%s decided again", arrived.meta().type())
                .isEqualTo(decision);
        order = order.after(arrived, decision);
        return new Reaction(
                eventId, event, announced(decision), decision instanceof Decision.Refused, reason(decision));
    }

    @Override
    public Reaction passes(String eventId, Awaited awaited, String refundId) {
        return happens(eventId, Deadlines.passed(given, Deadlines.waits(order, refundId), awaited, refundId));
    }

    @Override
    public Map<String, Standing> standings() {
        return Standings.of(order);
    }

    private static List<RefundUpdate> announced(Decision decision) {
        return decision instanceof Decision.Accepted accepted
                ? accepted.emitted().stream().map(Emission::event).toList()
                : List.of();
    }

    private static @Nullable String reason(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.note();
            case Decision.Ignored(String reason) -> reason;
            case Decision.Early(String reason) -> reason;
            case Decision.Refused refused -> refused.rejection().sentence();
        };
    }
}

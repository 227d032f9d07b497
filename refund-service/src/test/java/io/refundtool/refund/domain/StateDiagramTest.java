package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requested;

import io.refundtool.events.Event;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.Golden;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Walks every state that a refund can reach when systems answer what they were told, and writes the diagrams of the
 * documentation from what it saw. Answers that overtake others lead along the same arrows, several at once.
 */
class StateDiagramTest {

    private static final List<Event> REQUESTS = List.of(
            requested("R-1", line("L1", 1, 1000)),
            requested("R-1", CARD, line("L1", 1, 1000)),
            requested("R-1", line("L1", 9, 1000)));

    private static final Path PAGE = Path.of("../docs/state-machine.md");

    /** Arrows of the machine: from, to, and the events that lead there. */
    private final Map<String, Set<String>> arrows = new TreeMap<>();

    @Test
    void shouldBeTheDiagramsOfTheDocumentation() {
        walk();
        Golden.assertBlockSame(PAGE, "diagram", mermaid(false));
        Golden.assertBlockSame(PAGE, "diagram-of-holds", mermaid(true));
    }

    private void walk() {
        Queue<Refund> open = new ArrayDeque<>();
        Set<Object> seen = new HashSet<>();
        for (Event request : REQUESTS) {
            follow(OrderState.EMPTY, request, seen, open);
        }
        while (!open.isEmpty()) {
            Refund refund = open.remove();
            for (Event event : Answers.to(refund)) {
                follow(OrderState.EMPTY.with(refund), event, seen, open);
            }
        }
    }

    private void follow(OrderState from, Event event, Set<Object> seen, Queue<Refund> open) {
        if (!(RefundDecider.decide(from, arrives("e", event)) instanceof Decision.Accepted accepted)) {
            return;
        }
        String before = from.refund("R-1").map(StateDiagramTest::name).orElse("[*]");
        for (Emission emission : accepted.emitted()) {
            String after = name(emission.event().refund().status());
            note(before, after, event);
            before = after;
        }
        if (seen.add(shape(accepted.next()))) {
            open.add(accepted.next());
        }
    }

    private void note(String from, String to, Event event) {
        if (!from.equals(to)) {
            arrows.computeIfAbsent(from + " --> " + to, _ -> new TreeSet<>())
                    .add(event.eventType().wireName().replaceFirst("\\.v[0-9]+$", ""));
        }
    }

    /** What makes a difference for the next event: everything but the numbers of rounds. */
    private static Object shape(Refund refund) {
        RefundLedger ledger = refund.ledger();
        return List.of(
                refund.asked().alternativePayout() == null,
                refund.state().getClass(),
                refund.underlying().getClass(),
                refund.state() instanceof RefundState.OnHold hold ? hold.code() : "running",
                ledger.plan().parts().stream().map(PayoutPart::result).toList(),
                ledger.plan().alternativeUsed(),
                ledger.transactions().stream().map(Transaction::fate).sorted().toList(),
                name(ledger.fiscal().refund()),
                name(ledger.fiscal().compensation()),
                ledger.fiscal().compensationAsked(),
                ledger.told() == NotificationResult.NONE,
                ledger.ending() == null ? "wanted" : ledger.ending().kind());
    }

    private String mermaid(boolean holds) {
        String lines = arrows.entrySet().stream()
                .filter(arrow -> arrow.getKey().contains("on_hold") == holds)
                .map(arrow -> "    %s: %s%n".formatted(arrow.getKey(), String.join(", ", arrow.getValue())))
                .collect(Collectors.joining());
        String ends = holds
                ? ""
                : "    completed --> [*]\n    rejected --> [*]\n    cancelled --> [*]\n    reversed --> [*]\n";
        return "```mermaid\nstateDiagram-v2\n" + lines + ends + "```\n";
    }

    private static String name(@Nullable ReceiptAnswer answer) {
        return answer == null ? "none" : answer.getClass().getSimpleName();
    }

    private static String name(Refund refund) {
        return name(refund.status());
    }

    private static String name(RefundStatus status) {
        return status.wire().replace('-', '_');
    }
}

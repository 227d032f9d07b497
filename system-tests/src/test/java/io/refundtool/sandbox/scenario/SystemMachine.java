package io.refundtool.sandbox.scenario;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.scenario.Deadlines;
import io.refundtool.refund.scenario.Machine;
import io.refundtool.refund.scenario.Reaction;
import io.refundtool.refund.scenario.Scenario;
import io.refundtool.refund.scenario.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The running system, as scenarios are played on it: all that it knows of the system its users can know too. */
final class SystemMachine implements Machine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Set<String> BACK = Set.of("returned", "reversed");

    private final Scenario.Given given;
    private final World world;
    private final RefundServiceApi api;
    private final List<Envelope<?>> facts;
    private final Instant time = Instant.now();
    private final Map<String, String> ids = new HashMap<>();
    private int told;

    SystemMachine(Scenario.Given given, World world, RefundServiceApi api, Facts facts) {
        this.given = given;
        this.world = world;
        this.api = api;
        this.facts = facts.of(given.orderId());
    }

    @Override
    public Reaction happens(String eventId, Event event) {
        try {
            return ids.containsKey(eventId) ? again(eventId, event) : first(eventId, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reaction first(String eventId, Event event) throws InterruptedException {
        String id = tell(eventId, event);
        ids.put(eventId, id);
        JsonNode entry = await("event " + id + " in the order's sequence", () -> api.entry(given.orderId(), id));
        List<String> caused =
                entry.path("announced").valueStream().map(JsonNode::asString).toList();
        await(
                "what event " + id + " caused",
                () -> caused.stream().allMatch(this::announced) ? Optional.of(id) : Optional.empty());
        boolean refused = entry.path("outcome").asString().equals("refused");
        return new Reaction(
                eventId, event, news(), refused, entry.path("reason").stringValue(null));
    }

    /** Nothing can be waited for, so it is waited until the state machine has read it. */
    private Reaction again(String eventId, Event event) throws InterruptedException {
        tell(eventId, event);
        Map<TopicPartition, Long> ends = world.ends(event.eventType().topic());
        await("event " + eventId + " read again", () -> world.hasRead(ends) ? Optional.of(eventId) : Optional.empty());
        return new Reaction(eventId, event, news(), false, null);
    }

    private String tell(String eventId, Event event) throws InterruptedException {
        if (event instanceof OperatorDecision decision) {
            return api.decide(eventId, decision);
        }
        String id = given.orderId() + "-" + eventId;
        world.tell(id, time, event);
        return id;
    }

    @Override
    public Reaction passes(String eventId, Awaited awaited, String refundId) {
        try {
            List<Wait> waits = api.refunds(given.orderId())
                    .filter(refund -> refund.path("refundId").asString().equals(refundId))
                    .findFirst()
                    .map(SystemMachine::waits)
                    .orElse(Deadlines.NOT_REQUESTED);
            return happens(eventId, Deadlines.passed(given, waits, awaited, refundId));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Standing> standings() {
        try {
            Map<String, Standing> standings = new LinkedHashMap<>();
            api.refunds(given.orderId())
                    .forEach(refund -> standings.put(refund.path("refundId").asString(), standing(refund)));
            return standings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Standing standing(JsonNode refund) {
        return new Standing(
                RefundStatus.of(refund.path("status").asString()),
                FiscalizationResult.of(refund.path("fiscalization").asString()),
                NotificationResult.of(refund.path("notification").asString()),
                refund.path("receipts")
                        .valueStream()
                        .map(receipt -> ReceiptKind.of(receipt.path("kind").asString()))
                        .toList(),
                sum(refund, false),
                sum(refund, true));
    }

    private static long sum(JsonNode refund, boolean back) {
        return refund.path("transactions")
                .valueStream()
                .filter(money -> !back || BACK.contains(money.path("fate").asString()))
                .mapToLong(money -> money.path("amountMinor").asLong())
                .sum();
    }

    private static List<Wait> waits(JsonNode refund) {
        return refund.path("waits")
                .valueStream()
                .map(wait -> new Wait(
                        Awaited.of(wait.path("awaited").asString()),
                        wait.path("round").asInt(),
                        wait.path("attempt").asInt()))
                .toList();
    }

    /** What was announced since it was last asked, whatever caused it. */
    private List<RefundUpdate> news() {
        List<RefundUpdate> news = facts.stream()
                .skip(told)
                .map(fact -> (RefundUpdate) fact.event())
                .toList();
        told += news.size();
        return news;
    }

    private boolean announced(String id) {
        return facts.stream().anyMatch(fact -> fact.id().equals(id));
    }

    private static <T> T await(String what, Callable<Optional<T>> found) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(found, Optional::isPresent)
                .orElseThrow();
    }
}

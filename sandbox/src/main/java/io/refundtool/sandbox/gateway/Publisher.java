package io.refundtool.sandbox.gateway;

import io.refundtool.events.EventType;
import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Gets batches into the log through the events bus, whatever it takes: waits while Kafka is away, and takes an invalid
 * event out so that the others of its batch go through. The order of a batch is kept.
 */
public final class Publisher {

    /** Events of one request at most. */
    public static final int MAX_BATCH = 100;

    /** Bytes of events in one request at most; the bus takes 4,000,000 of body. */
    public static final int MAX_BATCH_BYTES = 2_000_000;

    /** The bus may be away for this long in a row before a run is given up. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final GatewayClient gateway;
    private final FaultPlan faults;

    public Publisher(GatewayClient gateway) {
        this(gateway, FaultPlan.none());
    }

    /**
     * A publisher that may forget that it has published.
     *
     * @param faults says which events are posted twice
     */
    public Publisher(GatewayClient gateway, FaultPlan faults) {
        this.gateway = gateway;
        this.faults = faults;
    }

    /**
     * Publishes events of any types in their order, however many; none may be refused.
     *
     * @throws GatewayLostException as {@link #publish}, and when an event is refused
     */
    public void publishInOrder(List<GatewayEvent> events) throws InterruptedException {
        int from = 0;
        while (from < events.size()) {
            int to = endOfBatch(events, from);
            Map<String, String> refused = publish(events.subList(from, to));
            if (!refused.isEmpty()) {
                throw new GatewayLostException(
                        "Expected the events bus to take all events of a simulator, but it refused " + refused);
            }
            from = to;
        }
    }

    /** As many of one type and sender as fit into one request. */
    private static int endOfBatch(List<GatewayEvent> events, int from) {
        EventType type = events.get(from).type();
        Sender sender = events.get(from).sender();
        long bytes = events.get(from).data().length;
        int to = from + 1;
        while (to < events.size()
                && to - from < MAX_BATCH
                && events.get(to).type() == type
                && events.get(to).sender().equals(sender)) {
            bytes += events.get(to).data().length;
            if (bytes > MAX_BATCH_BYTES) {
                return to;
            }
            to++;
        }
        return to;
    }

    /**
     * Publishes events of one type, at most {@link #MAX_BATCH} of them; those of one sender in their order.
     *
     * @return the reasons of the events that were refused, by eid; all others are in the log
     * @throws GatewayLostException when the bus stays away, or answers something that no producer can act upon
     */
    public Map<String, String> publish(List<GatewayEvent> batch) throws InterruptedException {
        Map<String, String> refused = new LinkedHashMap<>();
        publish(batch, refused);
        if (faults.any()) {
            List<GatewayEvent> again = batch.stream()
                    .filter(event -> !refused.containsKey(event.eid()))
                    .filter(event -> faults.happens(FaultKind.BUS_DUPLICATE, event.eid()))
                    .toList();
            publish(again, refused);
        }
        return refused;
    }

    private void publish(List<GatewayEvent> batch, Map<String, String> refused) throws InterruptedException {
        Map<Sender, List<GatewayEvent>> bySender = batch.stream()
                .collect(Collectors.groupingBy(GatewayEvent::sender, LinkedHashMap::new, Collectors.toList()));
        for (List<GatewayEvent> ofOne : bySender.values()) {
            publishOfOne(ofOne, refused);
        }
    }

    private void publishOfOne(List<GatewayEvent> batch, Map<String, String> refused) throws InterruptedException {
        List<GatewayEvent> rest = batch;
        long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
        while (!rest.isEmpty()) {
            switch (gateway.publish(rest)) {
                case GatewayAnswer.Written(var items) -> rest = without(rest, submitted(items));
                case GatewayAnswer.Invalid(var items) -> rest = without(rest, takeOut(items, refused));
                case GatewayAnswer.Away(var retryAfter) -> await(retryAfter, patienceEnds);
                case GatewayAnswer.Refused(int status, String body) ->
                    throw new GatewayLostException("Expected the events bus to take " + rest.size() + " events of type "
                            + rest.getFirst().type().wireName() + ", but it answered " + status + ": " + body);
            }
        }
    }

    private static Set<String> submitted(List<ItemAnswer> items) {
        Set<String> submitted = new HashSet<>();
        items.stream().filter(ItemAnswer::submitted).forEach(item -> submitted.add(String.valueOf(item.eid())));
        return submitted;
    }

    private static Set<String> takeOut(List<ItemAnswer> items, Map<String, String> refused) {
        Set<String> failed = new HashSet<>();
        items.stream().filter(ItemAnswer::failed).forEach(item -> {
            failed.add(String.valueOf(item.eid()));
            refused.put(String.valueOf(item.eid()), item.reason());
        });
        if (failed.isEmpty()) {
            throw new GatewayLostException("Expected a refused batch to name the event that failed, but none is named");
        }
        return failed;
    }

    private static List<GatewayEvent> without(List<GatewayEvent> batch, Set<String> eids) {
        List<GatewayEvent> rest = new ArrayList<>(batch);
        rest.removeIf(event -> eids.contains(event.eid()));
        return rest;
    }

    private static void await(Duration retryAfter, long patienceEnds) throws InterruptedException {
        if (System.nanoTime() - patienceEnds > 0) {
            throw new GatewayLostException("Expected the events bus to come back, but it was away for " + PATIENCE);
        }
        LockSupport.parkNanos(retryAfter.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}

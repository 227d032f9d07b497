package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.moneyRefundedData;

import io.refundtool.bus.RunningGateway.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Sends one batch after the other, of ever new events of many orders, and keeps what was answered for each. */
final class SteadyProducer implements Runnable {

    /** Events of a batch. */
    static final int BATCH = 100;

    /** What was answered for an event. */
    enum Answer {
        SUBMITTED,
        /** It may be in the log or not. */
        FAILED,
        /** It was said to be surely not in the log. */
        NOT_WRITTEN
    }

    private final String name;
    private final RunningGateway gateway;
    private final Map<String, Answer> answers = new HashMap<>();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger bad = new AtomicInteger();
    private final AtomicInteger goodAfterBad = new AtomicInteger();
    private volatile boolean stopped;

    SteadyProducer(String name, RunningGateway gateway) {
        this.name = name;
        this.gateway = gateway;
    }

    @Override
    public void run() {
        for (int batch = 0; !stopped; batch++) {
            String prefix = name + "-" + batch + "-";
            List<String> eids =
                    IntStream.range(0, BATCH).mapToObj(i -> prefix + i).toList();
            note(
                    eids,
                    gateway.publish(
                            MONEY_REFUNDED,
                            batch(eids.stream().map(SteadyProducer::event).toArray(String[]::new))));
        }
    }

    private static String event(String eid) {
        return item(eid, moneyRefundedData().replace("\"o-1\"", "\"o-" + eid + "\""));
    }

    private void note(List<String> eids, Reply reply) {
        JsonNode items = reply.status() == 503 ? reply.json().path("items") : reply.json();
        if (items.size() != eids.size()) {
            throw new AssertionError("Expected a result for each of " + eids.size() + " events, but got "
                    + reply.status() + ": " + reply.response().body());
        }
        for (int i = 0; i < eids.size(); i++) {
            if (!eids.get(i).equals(items.at("/" + i + "/eid").asString())) {
                throw new AssertionError("Expected the results in the order of the events, but got " + items);
            }
            answers.put(eids.get(i), answer(reply.status(), items.path(i)));
        }
        if (reply.status() == 200) {
            good.incrementAndGet();
            goodAfterBad.addAndGet(hasSeenAFailure() ? 1 : 0);
        } else {
            bad.incrementAndGet();
        }
    }

    private static Answer answer(int status, JsonNode item) {
        return switch (item.path("publishing_status").asString()) {
            case "submitted" -> Answer.SUBMITTED;
            case "failed" -> status == 503 ? Answer.NOT_WRITTEN : Answer.FAILED;
            default -> Answer.NOT_WRITTEN;
        };
    }

    boolean hasPublished() {
        return good.get() > 1;
    }

    boolean hasSeenAFailure() {
        return bad.get() > 0;
    }

    boolean hasRecovered() {
        return goodAfterBad.get() > 1;
    }

    void stop() {
        stopped = true;
    }

    /** By eid; to be asked when the thread has ended. */
    Map<String, Answer> answers() {
        return answers;
    }
}

package io.refundtool.fiscalization.atol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came to the stub and what its fiscal storage has. */
final class AtolJournal {
    private final Map<String, String> uuids = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> bodies = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger documents = new AtomicInteger();

    /** A registration as it came, accepted or not. */
    record Sent(String operation, JsonNode body) {
        String externalId() {
            return body.path("external_id").asString();
        }
    }

    void came(Sent registration) {
        sent.add(registration);
    }

    List<Sent> all() {
        return sent;
    }

    List<Sent> about(String movementId) {
        return sent.stream()
                .filter(registration -> registration.externalId().contains("-" + movementId + "-r"))
                .toList();
    }

    /** The receipts by external id. */
    Map<String, String> registered() {
        return uuids;
    }

    String newUuid() {
        return "uuid-%d".formatted(given.incrementAndGet());
    }

    /** The uuid under which the external id is known already; null if it is registered now. */
    @Nullable
    String register(String uuid, Sent registration) {
        @Nullable String known = uuids.putIfAbsent(registration.externalId(), uuid);
        if (known == null) {
            bodies.put(uuid, registration.body());
        }
        return known;
    }

    boolean has(String uuid) {
        return bodies.containsKey(uuid);
    }

    String done(String uuid) {
        return AtolReplies.done(uuid, requireNonNull(bodies.get(uuid)), documents.incrementAndGet());
    }

    /** What it tells from now on, by callback and by report: a receipt that failed has not gone well in between. */
    String failed(String uuid, Sent registration, String error) {
        String told = AtolReplies.failed(uuid, registration.externalId(), error);
        failures.put(uuid, told);
        return told;
    }

    String outcome(String uuid) {
        String failure = failures.get(uuid);
        return failure == null ? done(uuid) : failure;
    }
}

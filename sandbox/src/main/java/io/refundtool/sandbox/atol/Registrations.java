package io.refundtool.sandbox.atol;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** What happens to a registration on its way to the desk and back, as far as something goes wrong there. */
final class Registrations {

    /** Longer than a client in its senses waits. */
    private static final Duration HELD = Duration.ofSeconds(4);

    private static final Duration NOT_HELD = Duration.ZERO;

    private final AtolDesk desk;
    private final AtolConduct conduct;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();

    Registrations(AtolDesk desk, AtolConduct conduct) {
        this.desk = desk;
        this.conduct = conduct;
    }

    AtolAnswer register(String operation, JsonNode body) {
        if (!conduct.misbehaves()) {
            return desk.register(operation, body);
        }
        String id = body.path("external_id").asString("");
        int attempt = attempts.merge(id, 1, Integer::sum);
        LockSupport.parkNanos(conduct.slowness(id, attempt).toNanos());
        if (conduct.silent(id, attempt)) {
            if (conduct.silentForEver(id)) {
                unheard.add(id);
            }
            return new AtolAnswer.Silence(HELD);
        }
        Optional<AtolAnswer> refusal = conduct.brokenPage(id, attempt)
                .<AtolAnswer>map(AtolAnswer.Page::new)
                .or(() -> conduct.refusal(id, attempt).map(AtolAnswer::failed));
        return refusal.orElseGet(() -> {
            AtolAnswer answer = desk.register(operation, body);
            return conduct.losesAnswer(id, attempt) ? new AtolAnswer.Silence(NOT_HELD) : answer;
        });
    }

    /** The external ids that will never get an answer. */
    Set<String> unheard() {
        return Set.copyOf(unheard);
    }
}

package io.refundtool.bus.security;

import io.refundtool.events.EventType;
import java.util.Optional;

/**
 * What a caller may do, for every way into the gateway to ask. Each refusal is a sentence; it is in the log and counted
 * when it is returned.
 */
public final class CallerRules {

    private final RefusalLog refusals;

    public CallerRules(RefusalLog refusals) {
        this.refusals = refusals;
    }

    /**
     * Why a caller may not write events of a type; nothing when it speaks for one of the type's
     * {@link EventType#writers() writers}. To be asked before anything of a batch is read.
     */
    public Optional<String> refusal(Caller caller, EventType type) {
        if (type.writers().stream().anyMatch(caller.writers()::contains)) {
            return Optional.empty();
        }
        refusals.notAWriter(caller, type);
        return Optional.of("Expected a caller that may write %s (its writers are %s), but %s may not"
                .formatted(type.wireName(), String.join(", ", type.writers()), caller.name()));
    }

    /** Why a caller may not send so many events at once; nothing when it may. */
    public Optional<String> tooManyEvents(Caller caller, EventType type, int events) {
        int limit = caller.limits().maxEvents();
        if (events <= limit) {
            return Optional.empty();
        }
        refusals.tooManyEvents(caller, type, limit);
        return Optional.of("Expected at most %d events, but the batch has more".formatted(limit));
    }

    /** That a body has more than the caller's {@link CallerLimits#maxBodyBytes()}. */
    public String bodyTooLarge(Caller caller) {
        int limit = caller.limits().maxBodyBytes();
        refusals.bodyTooLarge(caller, limit);
        return "Expected at most %d bytes, but the body has more".formatted(limit);
    }
}

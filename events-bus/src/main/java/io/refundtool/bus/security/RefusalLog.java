package io.refundtool.bus.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an operator who was refused and why, in the log and in the metric {@code refundtool.bus.refused}, which counts by
 * reason. Nothing of a token is in either.
 */
public final class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

    private static final String METRIC = "refundtool.bus.refused";

    private final MeterRegistry meters;

    public RefusalLog(MeterRegistry meters) {
        this.meters = meters;
        for (RefusalReason reason : RefusalReason.values()) {
            meters.counter(METRIC, "reason", reason.word());
        }
    }

    /** Nobody knows who sent the request. */
    public void unauthenticated(RefusalReason reason) {
        log.warn("Refused a request whose caller is not known: {}", reason.word());
        count(reason);
    }

    public void notAWriter(Caller caller, EventType type) {
        log.warn("Refused a request of {}: it is no writer of {}", caller.name(), type.wireName());
        count(RefusalReason.NOT_A_WRITER);
    }

    public void tooManyRequests(Caller caller) {
        log.warn(
                "Refused a request of {}: more than {} requests in {}",
                caller.name(),
                caller.limits().requests(),
                caller.limits().per());
        count(RefusalReason.TOO_MANY_REQUESTS);
    }

    public void bodyTooLarge(Caller caller, int limitBytes) {
        log.warn("Refused a request of {}: its body has more than {} bytes", caller.name(), limitBytes);
        count(RefusalReason.BODY_TOO_LARGE);
    }

    public void tooManyEvents(Caller caller, EventType type, int limit) {
        log.warn("Refused a batch of {} by {}: more than {} events", type.wireName(), caller.name(), limit);
        count(RefusalReason.TOO_MANY_EVENTS);
    }

    private void count(RefusalReason reason) {
        meters.counter(METRIC, "reason", reason.word()).increment();
    }
}

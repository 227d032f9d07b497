package io.refundtool.refund.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.common.HoldCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Tells of refunds that wait for an operator until somebody acts: {@code refundtool.refunds.on.hold} counts them by code,
 * {@code refundtool.refunds.on.hold.age} is how long the one that waits longest does, in seconds, and a warning repeats.
 *
 * <p>Counted in the read model, so every instance says the same: take the maximum over instances, not the sum. While
 * PostgreSQL is away nobody knows, and the gauges have no value (NaN).
 */
public final class OnHoldReport {

    /** How often PostgreSQL is asked; it reads an index that holds these refunds only. */
    static final long COUNT_EVERY_S = 15;

    private static final Duration WARN_EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(OnHoldReport.class);

    private final RefundView view;
    private final Clock clock;
    private volatile @Nullable Map<String, OnHold> latest;
    private Instant warnAfter = Instant.MIN;

    public OnHoldReport(RefundView view, MeterRegistry meters, Clock clock) {
        this.view = view;
        this.clock = clock;
        for (HoldCode code : HoldCode.values()) {
            Gauge.builder("refundtool.refunds.on.hold", this, report -> report.value(code, OnHold::refunds))
                    .description("Refunds that wait for an operator")
                    .tag("code", code.wire())
                    .register(meters);
            Gauge.builder("refundtool.refunds.on.hold.age", this, report -> report.value(code, report::ageSeconds))
                    .description("How long the refund that waits longest for an operator does")
                    .baseUnit("seconds")
                    .tag("code", code.wire())
                    .register(meters);
        }
    }

    /** Counts anew. */
    @Scheduled(initialDelay = 1, fixedDelay = COUNT_EVERY_S, timeUnit = TimeUnit.SECONDS)
    public void count() {
        try {
            Map<String, OnHold> counted =
                    view.onHold().stream().collect(Collectors.toMap(OnHold::code, Function.identity()));
            latest = counted;
            warn(counted);
        } catch (DataAccessException | TransactionException e) {
            latest = null;
            LOG.debug("Refunds on hold could not be counted", e);
        }
    }

    private void warn(Map<String, OnHold> counted) {
        Instant now = clock.instant();
        if (!counted.isEmpty() && !now.isBefore(warnAfter)) {
            warnAfter = now.plus(WARN_EVERY);
            LOG.warn(
                    "Refunds wait for an operator: {}",
                    counted.values().stream()
                            .sorted(Comparator.comparing(OnHold::since))
                            .map(it -> "%d %s since %s".formatted(it.refunds(), it.code(), it.since()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private double value(HoldCode code, ToDoubleFunction<OnHold> value) {
        Map<String, OnHold> known = latest;
        if (known == null) {
            return Double.NaN;
        }
        OnHold found = known.get(code.wire());
        return found == null ? 0 : value.applyAsDouble(found);
    }

    private double ageSeconds(OnHold onHold) {
        return Duration.between(onHold.since(), clock.instant()).toSeconds();
    }
}

package io.refundtool.refund.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.refund.domain.ArchiveDecision;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** {@code refundtool.archive.orders} counts archived orders by what became of them: removed, or why they stayed. */
final class ArchiveMetrics {

    private static final String NAME = "refundtool.archive.orders";

    private final Counter removed;
    private final Map<ArchiveDecision.Reason, Counter> stayed = new EnumMap<>(ArchiveDecision.Reason.class);

    ArchiveMetrics(MeterRegistry meters) {
        removed = counter(meters, "removed");
        for (ArchiveDecision.Reason reason : ArchiveDecision.Reason.values()) {
            stayed.put(reason, counter(meters, reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    void decided(ArchiveDecision decision) {
        Counter counter = switch (decision) {
            case ArchiveDecision.Leaves _ -> removed;
            case ArchiveDecision.Stays(ArchiveDecision.Reason reason, var _) -> stayed.getOrDefault(reason, removed);
        };
        counter.increment();
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder(NAME)
                .description("Archived orders, by what became of them in the stores")
                .tag("outcome", outcome)
                .register(meters);
    }
}

package io.refundtool.sandbox.run;

import io.refundtool.sandbox.bob.RefundCopy;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.feed.ImportedReturn;
import io.refundtool.sandbox.report.ReportRow;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Says of each request what became of it. */
public final class Outcomes {

    static final String MALFORMED = "MALFORMED";
    static final String UNATTRIBUTED = "UNATTRIBUTED";
    static final String REFUSED = "REFUSED";
    static final String UNFINISHED = "UNFINISHED";

    private static final String MISSING_ORDER = "orderId";

    private final RunTracker tracker;

    public Outcomes(RunTracker tracker) {
        this.tracker = tracker;
    }

    /** The report's row of a request. */
    public ReportRow row(ImportedReturn imported) {
        FeedRequest request = imported.request();
        RefundKey key = new RefundKey(imported.orderId(), imported.refundId());
        Optional<RefundCopy> copy = tracker.copies().of(key);
        return new ReportRow(
                imported.refundId(),
                imported.orderId(),
                request == null ? MALFORMED : outcome(request),
                imported.amount(),
                copy.map(RefundCopy::receiptNumbers).orElse(List.of()),
                tracker.tookNanos(key).map(TimeUnit.NANOSECONDS::toMillis).orElse(-1L));
    }

    /** One word for what became of a request. */
    public String outcome(FeedRequest request) {
        RefundKey key = new RefundKey(request.orderId(), request.refundId());
        Optional<String> refusal = tracker.refusal(key);
        if (refusal.isPresent()) {
            boolean forItsOrder = !request.attributed() && refusal.get().contains(MISSING_ORDER);
            return forItsOrder ? UNATTRIBUTED : REFUSED;
        }
        return tracker.copies().of(key).map(Outcomes::outcome).orElse(UNFINISHED);
    }

    private static String outcome(RefundCopy copy) {
        return switch (copy.status()) {
            case COMPLETED -> "COMPLETED";
            case REJECTED -> Objects.requireNonNullElse(copy.code(), "REJECTED");
            case CANCELLED -> "CANCELLED";
            case REVERSED -> "REVERSED";
            case ON_HOLD -> "ON_HOLD:" + copy.code();
            case AWAITING_CLARIFICATION, APPROVED, MONEY_REFUNDED, FISCALIZED, REVERSING -> UNFINISHED;
        };
    }
}

package io.refundtool.refund.streams;

import io.refundtool.events.common.Awaited;
import io.refundtool.refund.domain.RefundCase;
import io.refundtool.refund.domain.Wait;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.Punctuator;

/**
 * Tells which deadlines passed, and decides nothing: what it tells comes to the state machine through a topic. It is told
 * in the transaction that takes the alarm out of its store, so once.
 */
final class DeadlineTimers implements Punctuator {

    /** What is overdue is counted no further than this. */
    private static final int MAX_COUNTED = 10_000;

    private static final Wait FOR_REQUEST = new Wait(Awaited.REQUEST, 1, 1);

    private final DeadlineStore alarms;
    private final Deadlines deadlines;
    private final OrderRefunds refunds;
    private final PassedDeadlines passed;
    private final int maxPerCheck;
    private final DeadlineMetrics.OfTask metrics;

    DeadlineTimers(
            DeadlineStore alarms,
            Deadlines deadlines,
            OrderRefunds refunds,
            PassedDeadlines passed,
            int maxPerCheck,
            DeadlineMetrics.OfTask metrics) {
        this.alarms = alarms;
        this.deadlines = deadlines;
        this.refunds = refunds;
        this.passed = passed;
        this.maxPerCheck = maxPerCheck;
        this.metrics = metrics;
    }

    @Override
    public void punctuate(long timestamp) {
        Instant now = Instant.ofEpochMilli(timestamp);
        List<Alarm> due = alarms.take(now, maxPerCheck);
        due.forEach(alarm -> ring(alarm, now));
        metrics.checked(due.size() < maxPerCheck ? 0 : alarms.overdue(now, MAX_COUNTED));
    }

    private void ring(Alarm alarm, Instant now) {
        switch (alarm) {
            case Alarm.OfRefund of ->
                refunds.watched(of.orderId(), of.refundId())
                        .filter(watched -> of.at().equals(watched.alarm()))
                        .ifPresent(watched -> ring(watched, now));
            case Alarm.OfRequest of -> {
                if (refunds.watched(of.orderId(), of.refundId()).isEmpty()) {
                    passed.tell(
                            of.orderId(),
                            of.refundId(),
                            of.country(),
                            new Due(FOR_REQUEST, of.at(), false, of.traceparent()),
                            now);
                }
            }
        }
    }

    private void ring(WatchedRefund watched, Instant now) {
        RefundCase refund = watched.refund().asked();
        watched.over(now).forEach(due -> passed.tell(refund.orderId(), refund.refundId(), refund.country(), due, now));
        refunds.put(deadlines.rung(watched, now));
    }
}

package io.refundtool.refund.streams;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What the processor of a task works with. */
record RefundParts(
        ProcessorContext<byte[], byte[]> context,
        OrderRefunds refunds,
        OrderEventSequence sequence,
        EarlyEvents early,
        DeadlineStore alarms,
        Deadlines deadlines,
        Forwarder forwarder) {

    static RefundParts of(ProcessorContext<byte[], byte[]> context, DeadlinePolicy policy) {
        DeadlineStore alarms = new DeadlineStore(context.getStateStore(RefundTopology.REFUND_DEADLINES));
        return new RefundParts(
                context,
                new OrderRefunds(context.getStateStore(RefundTopology.REFUND_STATE)),
                new OrderEventSequence(
                        context.getStateStore(RefundTopology.ORDER_EVENT_SEQUENCE),
                        context.getStateStore(RefundTopology.ORDER_EVENT_COUNT),
                        context.getStateStore(RefundTopology.ORDER_EVENT_IDS)),
                new EarlyEvents(
                        context.getStateStore(RefundTopology.EARLY_EVENTS),
                        new OrderEventSequenceView(context.getStateStore(RefundTopology.ORDER_EVENT_SEQUENCE))),
                alarms,
                new Deadlines(alarms, policy),
                new Forwarder(context));
    }

    DeadlineTimers timers(DeadlinePolicy policy, DeadlineMetrics metrics, DeadlineMetrics.OfTask task) {
        PassedDeadlines passed = new PassedDeadlines(policy, forwarder, metrics);
        return new DeadlineTimers(alarms, deadlines, refunds, passed, policy.maxPerCheck(), task);
    }
}

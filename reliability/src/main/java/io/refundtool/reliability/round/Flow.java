package io.refundtool.reliability.round;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.bob.RefundCopies;
import io.refundtool.sandbox.bob.RefundCopy;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Utils;

/** Sees refunds begin and end, and so how long a fault kept them from it. */
final class Flow implements RefundCopies.Listener {

    static final int PARTITIONS = Topic.BOB_REFUND_V1.partitions();

    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    /** Something begins to go wrong now. */
    Outage begin() {
        Outage outage = new Outage(PARTITIONS, System.nanoTime());
        outages.add(outage);
        return outage;
    }

    /** A refund is about to be asked for. */
    void requested(RefundKey refund) {
        outages.forEach(outage -> outage.requested(refund));
    }

    @Override
    public void heard(RefundKey refund, RefundCopy copy, Envelope<?> envelope) {
        if (copy.status() == RefundStatus.COMPLETED) {
            long now = System.nanoTime();
            outages.forEach(outage -> outage.completed(refund, partition(refund.orderId()), now));
        }
    }

    /** As every producer's default partitioner does. */
    static int partition(String orderId) {
        return Utils.toPositive(Utils.murmur2(orderId.getBytes(UTF_8))) % PARTITIONS;
    }
}

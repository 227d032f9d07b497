package io.refundtool.benchmarks.failover;

import io.refundtool.events.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Order ids of a wanted partition. */
final class Orders {

    static final int PARTITIONS = Topic.BOB_REFUND_V1.partitions();

    private Orders() {}

    /** The first id with the prefix that is in the partition. */
    static String in(int partition, String prefix) {
        int number = 0;
        while (partitionOf(prefix + number) != partition) {
            number++;
        }
        return prefix + number;
    }

    private static int partitionOf(String orderId) {
        return Utils.toPositive(Utils.murmur2(orderId.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }
}

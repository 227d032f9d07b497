package io.refundtool.refund.streams;

import io.refundtool.refund.domain.Refund;
import org.apache.kafka.common.serialization.Serde;

/** A refund as the store gives it back; for tests of other packages. */
public final class StoredRefunds {

    private static final Serde<WatchedRefund> SERDE = RefundSerde.create();

    private StoredRefunds() {}

    public static byte[] written(Refund refund) {
        return RefundSerde.written(refund);
    }

    public static Refund read(byte[] bytes) {
        return SERDE.deserializer().deserialize("refunds", bytes).refund();
    }
}

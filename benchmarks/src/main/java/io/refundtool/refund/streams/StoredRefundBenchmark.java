package io.refundtool.refund.streams;

import io.refundtool.benchmarks.DecisionBenchmark;
import io.refundtool.benchmarks.RefundHistories;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serde;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A refund on its way into the store and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StoredRefundBenchmark {

    /** After which history the refund is stored. */
    public enum After {
        WHOLE_REFUND,
        LONG_HISTORY
    }

    @Param
    private After after = After.WHOLE_REFUND;

    private final Serde<WatchedRefund> serde = RefundSerde.create();
    private WatchedRefund refund = refund(After.WHOLE_REFUND);
    private byte[] bytes = new byte[0];

    /** Takes the refund after its history. */
    @Setup
    public void prepare() {
        refund = refund(after);
        bytes = write();
    }

    @Benchmark
    public byte[] write() {
        return serde.serializer().serialize("refunds", refund);
    }

    @Benchmark
    public WatchedRefund read() {
        return serde.deserializer().deserialize("refunds", bytes);
    }

    private static WatchedRefund refund(After after) {
        var events = switch (after) {
            case WHOLE_REFUND -> RefundHistories.whole();
            case LONG_HISTORY -> RefundHistories.everything();
        };
        return WatchedRefund.unwatched(
                DecisionBenchmark.fold(events).all().iterator().next());
    }
}

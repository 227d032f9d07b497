package io.refundtool.benchmarks;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.RefundEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions a second; an operation is one event decided, with all that it announces. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {

    private final List<RefundEvent> whole = RefundHistories.whole();
    private final List<RefundEvent> everything = RefundHistories.everything();

    /** A history that does not end as it should would measure something else. */
    @Setup
    public void check() {
        expect(whole, RefundHistories.WHOLE, RefundStatus.COMPLETED);
        expect(everything, RefundHistories.EVERYTHING, RefundStatus.REVERSED);
    }

    @Benchmark
    @OperationsPerInvocation(RefundHistories.WHOLE)
    public OrderState wholeRefund() {
        return fold(whole);
    }

    @Benchmark
    @OperationsPerInvocation(RefundHistories.EVERYTHING)
    public OrderState longHistory() {
        return fold(everything);
    }

    /** The order after these events. */
    public static OrderState fold(List<RefundEvent> events) {
        OrderState order = OrderState.EMPTY;
        for (RefundEvent event : events) {
            Decision decision = RefundDecider.decide(order, event);
            order = order.after(event, decision);
        }
        return order;
    }

    private static void expect(List<RefundEvent> events, int size, RefundStatus status) {
        RefundStatus end = fold(events).all().iterator().next().status();
        if (events.size() != size || end != status) {
            throw new IllegalStateException("Expected %d events to end as %s, but %d events end as %s"
                    .formatted(size, status.wire(), events.size(), end.wire()));
        }
    }
}

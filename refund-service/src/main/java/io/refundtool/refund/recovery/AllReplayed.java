package io.refundtool.refund.recovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came of folding the stored events of many orders again.
 *
 * @param differing how many orders differ
 * @param unsettled how many were written each time it was looked; they are not among those that differ
 * @param partitions whose orders were all looked at
 * @param differences of the first orders that differ
 */
public record AllReplayed(
        long orders,
        long events,
        long refunds,
        long differing,
        long unsettled,
        List<Integer> partitions,
        List<OfOrder> differences,
        long millis) {

    private static final Logger LOG = LoggerFactory.getLogger(AllReplayed.class);

    /** A difference, and the order it is in. */
    public record OfOrder(String orderId, String where, String expected, String found) {}

    public AllReplayed {
        partitions = List.copyOf(partitions);
        differences = List.copyOf(differences);
    }

    /** Those of several instances as one; what took longest is how long it took. */
    public static AllReplayed merged(Collection<AllReplayed> parts, int limit) {
        return new AllReplayed(
                parts.stream().mapToLong(AllReplayed::orders).sum(),
                parts.stream().mapToLong(AllReplayed::events).sum(),
                parts.stream().mapToLong(AllReplayed::refunds).sum(),
                parts.stream().mapToLong(AllReplayed::differing).sum(),
                parts.stream().mapToLong(AllReplayed::unsettled).sum(),
                parts.stream()
                        .flatMap(part -> part.partitions().stream())
                        .sorted()
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.differences().stream())
                        .limit(limit)
                        .toList(),
                parts.stream().mapToLong(AllReplayed::millis).max().orElse(0));
    }

    /** The result while it grows. */
    static final class Counts {

        private final long begin = System.nanoTime();
        private final int limit;
        private final List<Integer> partitions = new ArrayList<>();
        private final List<OfOrder> differences = new ArrayList<>();
        private long orders;
        private long events;
        private long refunds;
        private long differing;
        private long unsettled;

        Counts(int limit) {
            this.limit = limit;
        }

        void add(OrderReplay replay) {
            orders++;
            events += replay.events();
            refunds += replay.refunds();
            if (!replay.settled()) {
                unsettled++;
            } else if (!replay.same()) {
                differing++;
                told(replay).limit(limit - differences.size()).forEach(differences::add);
                // Places only: what stands there may be personal data.
                LOG.warn(
                        "Order {} is not what follows from its events: {}",
                        replay.orderId(),
                        replay.differences().stream().map(Difference::where).toList());
            }
        }

        void done(int partition) {
            partitions.add(partition);
        }

        AllReplayed result() {
            long millis = (System.nanoTime() - begin) / 1_000_000;
            return new AllReplayed(orders, events, refunds, differing, unsettled, partitions, differences, millis);
        }

        private static Stream<OfOrder> told(OrderReplay replay) {
            return replay.differences().stream()
                    .map(difference -> new OfOrder(
                            replay.orderId(), difference.where(), difference.expected(), difference.found()));
        }
    }
}

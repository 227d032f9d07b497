package io.refundtool.refund;

import io.refundtool.refund.RunningInstances.Instance;
import io.refundtool.refund.RunningRefundService.Answer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * Ask for each order again and again, at one instance after the other, whether it runs or not, and remember how long nobody
 * answered and who answered otherwise than before.
 */
final class OrderReaders implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final List<Instance> instances;
    private final List<OrderReader> readers;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final LongAdder answers = new LongAdder();
    private final ScheduledExecutorService threads;

    /** Begins with what the first instance answers now. */
    OrderReaders(List<Instance> instances, Collection<String> paths) {
        this.instances = instances;
        this.readers = paths.stream().map(OrderReader::new).toList();
        this.threads = Executors.newScheduledThreadPool(paths.size());
        for (OrderReader reader : readers) {
            var _ = threads.scheduleWithFixedDelay(reader::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What is read by one thread. */
    private final class OrderReader {
        private final String path;
        private final JsonNode expected;
        private volatile long answeredAtNanos = System.nanoTime();
        private volatile long longestNanos;
        private int turn;

        OrderReader(String path) {
            this.path = path;
            this.expected = instances.getFirst().service().get(path, 200);
        }

        void ask() {
            Instance asked = instances.get(turn++ % instances.size());
            try {
                judge(asked, asked.service().get(path));
            } catch (IllegalStateException e) {
                // It is down: the next is asked, as a load balancer does.
            }
        }

        private void judge(Instance asked, Answer answer) {
            if (answer.status() == 503) {
                return;
            }
            if (!answer.body().equals(expected)) {
                wrong.add("%s of %s: %d %s".formatted(path, asked.address(), answer.status(), answer.body()));
            }
            longestNanos = Math.max(longestNanos, System.nanoTime() - answeredAtNanos);
            answeredAtNanos = System.nanoTime();
            answers.increment();
        }

        long longestNanos() {
            return Math.max(longestNanos, System.nanoTime() - answeredAtNanos);
        }
    }

    /** The longest time for which one of the orders could not be read, until now. */
    Duration longestWithoutAnswer() {
        return Duration.ofNanos(
                readers.stream().mapToLong(OrderReader::longestNanos).max().orElseThrow());
    }

    long answers() {
        return answers.sum();
    }

    /** Answers that are not what was answered first. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void close() {
        threads.close();
    }
}

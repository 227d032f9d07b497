package io.refundtool.refund.recovery.rebuild;

import io.refundtool.events.Topic;
import io.refundtool.messaging.DeadLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Compares what follows from a slice, output by output, with what was published. What is missing is kept until the end:
 * whether something newer about its refund was published is known only then.
 */
final class Comparison {

    private record RefundKey(String orderId, String refundId) {}

    private final Published updates;
    private final Published letters;
    private final int partition;
    private final Findings findings;
    private final Tally tally;
    private final List<Missing> missing = new ArrayList<>();
    private final Map<RefundKey, List<Missing>> openByRefund = new HashMap<>();

    Comparison(int partition, Published updates, Published letters, Findings findings, Tally tally) {
        this.partition = partition;
        this.updates = updates;
        this.letters = letters;
        this.findings = findings;
        this.tally = tally;
    }

    /** Something follows. */
    void follows(Topic topic, Record<byte[], byte[]> record) {
        Output output = new Output(topic, record.key(), record.value(), record.headers());
        Published published = DeadLetters.isOfLetters(topic) ? letters : updates;
        Published.Entry found = published.take(output.shortId());
        if (found == null) {
            missing(published, output, record.timestamp());
        } else if (found.checksum() == output.checksum()) {
            tally.same.increment();
            overtake(output);
        } else {
            findings.add(output.finding(Finding.Kind.DIFFERING, found.place(topic)));
            overtake(output);
        }
    }

    /** Tells what is missing, and gives it in the order in which it follows. */
    List<Missing> missing() {
        missing.forEach(each -> findings.add(
                each.output().finding(each.kind(), each.output().topic().topicName() + "-" + partition)));
        return missing;
    }

    private void missing(Published published, Output output, long timestamp) {
        if (published.hasForgotten(timestamp)) {
            tally.forgotten.increment();
            return;
        }
        Missing open = new Missing(output);
        missing.add(open);
        openByRefund.computeIfAbsent(refund(output), _ -> new ArrayList<>()).add(open);
    }

    private void overtake(Output newer) {
        if (!openByRefund.isEmpty() && !DeadLetters.isOfLetters(newer.topic())) {
            List<Missing> older = openByRefund.remove(refund(newer));
            if (older != null) {
                older.stream()
                        .filter(each -> !DeadLetters.isOfLetters(each.output().topic()))
                        .forEach(Missing::overtake);
            }
        }
    }

    private static RefundKey refund(Output output) {
        return new RefundKey(output.orderId(), output.refundId());
    }
}

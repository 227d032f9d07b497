package io.refundtool.benchmarks.rebuild;

import io.refundtool.benchmarks.state.OrderFeed;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.refund.recovery.command.RecoveryApplication;
import io.refundtool.refund.streams.RefundTopology;
import io.refundtool.testservers.SharedServers;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the rebuild on topics of a real broker, in this JVM: what is missing is published first, so that the others find
 * all as published; then in turns with new stores or without, and by one thread or two.
 */
public final class RebuildBenchmark {

    private static final int ORDERS = 100_000;

    private final PrintStream out = System.out;
    private final KafkaSettings kafka;

    private RebuildBenchmark(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Ends the process, since the broker's threads would not let it end.
     *
     * @param arguments how many orders; 100,000 if nothing is said
     */
    public static void main(String[] arguments) {
        KafkaSettings kafka = new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
        new TopicProvisioner(kafka).ensure(RefundTopology.topics());
        int orders = arguments.length == 0 ? ORDERS : Integer.parseInt(arguments[0]);
        OrderFeed.write(kafka, orders);
        System.exit(new RebuildBenchmark(kafka).measured() ? 0 : 1);
    }

    private boolean measured() {
        rebuilt("publishes all", "--from=nobody", "--repair");
        boolean same = true;
        for (int round = 1; round <= 3; round++) {
            same &= rebuilt("compares", "--from=nobody") == 0;
            same &= rebuilt("compares, one thread", "--from=nobody", "--threads=1") == 0;
            same &= rebuilt("compares, in slices", "--from=nobody", "--max-events-in-memory=20000") == 0;
            same &= rebuilt("writes stores", "--from=nobody", "--as=anew-" + round) == 0;
            same &= rebuilt("follows the order of decisions", "--from=anew-" + round) == 0;
        }
        return same;
    }

    private int rebuilt(String what, String... options) {
        out.println(what);
        List<String> arguments = new ArrayList<>(List.of("rebuild"));
        arguments.addAll(List.of(options));
        arguments.add("--report=" + Path.of(System.getProperty("java.io.tmpdir"), "rebuild-benchmark.tsv"));
        arguments.add("--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers());
        PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return RecoveryApplication.run(writer, writer, arguments.toArray(String[]::new));
    }
}

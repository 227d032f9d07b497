package io.refundtool.refund.recovery.command;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.rebuild.Rebuild;
import io.refundtool.refund.recovery.rebuild.RebuildRequest;
import io.refundtool.refund.recovery.rebuild.RebuildResult;
import io.refundtool.refund.streams.PartitionFold;
import io.refundtool.refund.streams.StreamsSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the state anew from the source topics. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Decides all events of the source topics anew and compares what follows with what was published.")
final class RebuildCommand implements Callable<Integer> {

    private enum Order {
        decided,
        time
    }

    private final KafkaSettings kafka;
    private final StreamsSettings streams;
    private final PartitionFold.Settings settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--from",
            description = "The application whose outputs are compared; refundtool.streams.application-id if not given.")
    private @Nullable String from;

    @Option(names = "--as", description = "The new application id to write stores for; without it nothing is written.")
    private @Nullable String as;

    @Option(
            names = "--order",
            defaultValue = "decided",
            description =
                    "decided: as --from decided them, as far as its event sequence is there; time: by timestamps.")
    private Order order = Order.decided;

    @Option(names = "--repair", description = "Publish what is missing and was not overtaken by newer announcements.")
    private boolean repair;

    @Option(names = "--repair-overtaken", description = "Publish all that is missing.")
    private boolean repairOvertaken;

    @Option(names = "--report", defaultValue = "rebuild-report.tsv", description = "Where every finding is written.")
    private Path report = Path.of("rebuild-report.tsv");

    @Option(names = "--threads", defaultValue = "2", description = "How many partitions are read at a time.")
    private int threads;

    @Option(
            names = "--max-events-in-memory",
            defaultValue = "250000",
            description = "Of each thread; a partition with more is read several times. 250,000 take about 1 GB.")
    private long maxEventsInMemory;

    RebuildCommand(KafkaSettings kafka, StreamsSettings streams, PartitionFold.Settings settings) {
        this.kafka = kafka;
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        RebuildRequest request = new RebuildRequest(
                from == null ? streams.applicationId() : from,
                Optional.ofNullable(as),
                order == Order.decided,
                repair,
                repairOvertaken,
                report,
                threads,
                maxEventsInMemory);
        RebuildResult result = new Rebuild(kafka, settings, request, out).run();
        print(out, request, result);
        return result.equal() ? 0 : RecoveryCommand.DIFFERENT;
    }

    private static void print(PrintWriter out, RebuildRequest request, RebuildResult result) {
        out.printf(
                Locale.ROOT,
                "Decided %,d events in %.1f s (%,.0f/s): %,d outputs are as published%n",
                result.decided(),
                result.took().toMillis() / 1_000.0,
                result.eventsPerSecond(),
                result.same());
        result.findings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> out.printf(Locale.ROOT, "  %-10s %,d%n", kind.getKey(), kind.getValue()));
        if (result.older() + result.forgotten() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  not compared: %,d published before the oldest event, %,d that their topic has forgotten%n",
                    result.older(),
                    result.forgotten());
        }
        result.first().forEach(line -> out.println("  " + line));
        if (request.repair() || request.repairOvertaken()) {
            out.printf(Locale.ROOT, "Published %,d missing ones%n", result.published());
        }
        request.as()
                .ifPresent(as -> out.printf(
                        Locale.ROOT,
                        "Wrote %,d entries; start the service with --refundtool.streams.application-id=%s%n",
                        result.written(),
                        as));
        if (!result.equal()) {
            out.println("Every finding is in " + request.report());
        }
    }
}

package io.refundtool.refund.recovery.rebuild;

import static java.util.stream.Collectors.toMap;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.offsets.Offsets;
import io.refundtool.refund.streams.PartitionFold;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes the state anew: every event of the source topics goes through the processor again, from the beginning to where the
 * old application stands. What would be sent is compared with what was sent. The new application's changelogs then get what
 * the stores hold, and its group the offsets, last: an application without offsets was not rebuilt to the end.
 *
 * <p>Partitions have nothing to do with each other, so several are read at a time; a partition that is too large for the
 * memory is read in slices of its orders.
 */
public final class Rebuild {

    private final KafkaSettings kafka;
    private final PartitionFold.Settings settings;
    private final RebuildRequest request;
    private final PrintWriter out;

    /** @param settings as the service has them */
    public Rebuild(KafkaSettings kafka, PartitionFold.Settings settings, RebuildRequest request, PrintWriter out) {
        this.kafka = kafka;
        this.settings = settings;
        this.request = request;
        this.out = out;
    }

    /**
     * Runs it to the end.
     *
     * @throws RefusedRebuildException if it could do harm
     */
    public RebuildResult run() {
        try (Offsets offsets = new Offsets(kafka);
                Findings findings = new Findings(request.report())) {
            requireHarmless(offsets);
            Frame frame = Frame.of(kafka, offsets, request, findings);
            say(frame);
            List<Slice> slices = slices(frame);
            long total = slices.stream()
                    .mapToLong(slice -> frame.cut().records(slice.partition()))
                    .sum();
            try (Progress progress = new Progress(frame.tally(), total, out)) {
                rebuild(offsets, frame, slices);
                frame.letters().tellAdditional(Long.MIN_VALUE, frame.knownLetters(), frame.tally());
                return result(frame, progress);
            }
        }
    }

    private void rebuild(Offsets offsets, Frame frame, List<Slice> slices) {
        if (request.as().isEmpty()) {
            repair(frame, slices, Optional.empty());
            return;
        }
        String as = request.as().get();
        try (Changelogs changelogs = new Changelogs(kafka, offsets, as, frame.tally())) {
            repair(frame, slices, Optional.of(changelogs));
            changelogs.flush();
            offsets.commit(
                    as,
                    Cut.partitions(Cut.FACTS).stream()
                            .collect(toMap(each -> each, each -> frame.cut().end(each))));
        }
    }

    private void repair(Frame frame, List<Slice> slices, Optional<Changelogs> changelogs) {
        if (!request.repair() && !request.repairOvertaken()) {
            runs(frame, slices).run(changelogs, (_, _) -> {});
            return;
        }
        try (Repair repair = new Repair(kafka, request.repairOvertaken(), frame.tally())) {
            runs(frame, slices).run(changelogs, repair::publish);
        }
    }

    private SliceRuns runs(Frame frame, List<Slice> slices) {
        return new SliceRuns(
                slices.stream()
                        .map(slice -> new SliceRun(kafka, settings, frame, slice))
                        .toList(),
                request.threads());
    }

    private List<Slice> slices(Frame frame) {
        return IntStream.range(0, Cut.PARTITIONS)
                .boxed()
                .flatMap(partition -> {
                    int count = frame.slices(partition, request.maxEventsInMemory());
                    return IntStream.range(0, count).mapToObj(number -> new Slice(partition, number, count));
                })
                .toList();
    }

    private void requireHarmless(Offsets offsets) {
        boolean writes = request.as().isPresent() || request.repair() || request.repairOvertaken();
        if (writes && offsets.isActive(request.from())) {
            throw new RefusedRebuildException("Expected %s to be stopped, but it runs; without --as and --repair it may"
                    .formatted(request.from()));
        }
        request.as().ifPresent(as -> {
            Set<String> topics = offsets.topics();
            if (PartitionFold.changelogs(as).stream().anyMatch(topics::contains)
                    || !offsets.committed(as).isEmpty()) {
                throw new RefusedRebuildException(
                        "Expected a new application id, but %s has changelogs or offsets already".formatted(as));
            }
        });
    }

    private void say(Frame frame) {
        out.printf(
                Locale.ROOT,
                "Reading %,d records of %d topics up to %s, in the order %s%n",
                frame.cut().records(),
                Cut.FACTS.size(),
                frame.cut().committed() ? "where " + request.from() + " stands" : "their ends",
                frame.oldSequence().isPresent() ? "in which they were decided" : "of their timestamps");
        List<String> truncated = frame.cut().truncated();
        if (!truncated.isEmpty()) {
            out.printf(
                    "The first records of %s are gone: %s%n",
                    String.join(", ", truncated),
                    frame.oldSequence().isPresent()
                            ? "their events are taken from the old sequence"
                            : "orders whose events are gone are not rebuilt, or not wholly");
        }
        out.flush();
    }

    private RebuildResult result(Frame frame, Progress progress) {
        Findings findings = frame.findings();
        Tally tally = frame.tally();
        return new RebuildResult(
                tally.decided.sum(),
                tally.same.sum(),
                Arrays.stream(Finding.Kind.values()).collect(toMap(Finding.Kind::wire, findings::count)),
                findings.first().stream().map(Finding::line).toList(),
                tally.older.sum(),
                tally.forgotten.sum(),
                tally.written.sum(),
                tally.published.sum(),
                progress.elapsed());
    }
}

package io.refundtool.sandbox;

import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.bob.RefundCopy;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.feed.ImportedReturn;
import io.refundtool.sandbox.feed.Money;
import io.refundtool.sandbox.feed.ShopExport;
import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.report.Durations;
import io.refundtool.sandbox.report.OutcomeTable;
import io.refundtool.sandbox.report.ReportFile;
import io.refundtool.sandbox.report.ReportRow;
import io.refundtool.sandbox.run.Outcomes;
import io.refundtool.sandbox.run.RunTracker;
import io.refundtool.sandbox.run.SettledAudit;
import io.refundtool.sandbox.system.RefundSystem;
import io.refundtool.sandbox.topic.RefundKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said at the end of a run. */
final class Verdict {

    /** More than this are counted, not shown. */
    private static final int MAX_SHOWN = 50;

    private final RefundSystem system;
    private final RunTracker tracker;
    private final Console console;
    private final Outcomes outcomes;

    Verdict(RefundSystem system, RunTracker tracker, Console console) {
        this.system = system;
        this.tracker = tracker;
        this.console = console;
        this.outcomes = new Outcomes(tracker);
    }

    /** Writes the report and shows the table of an export. */
    void report(ShopExport export, @Nullable Path file) throws IOException {
        OutcomeTable table = new OutcomeTable();
        List<ReportRow> rows = new ArrayList<>();
        for (ImportedReturn imported : export.returns()) {
            ReportRow row = outcomes.row(imported);
            rows.add(row);
            FeedRequest request = imported.request();
            table.add(row.outcome(), request == null ? "?" : request.currency().wire(), row.amount());
        }
        if (file != null) {
            ReportFile.write(file, rows);
            console.say("The report is in " + file);
        }
        show(table);
    }

    /** Shows the table of requests that are in no file. */
    void table(List<FeedRequest> requests) {
        OutcomeTable table = new OutcomeTable();
        requests.forEach(request -> table.add(
                outcomes.outcome(request),
                request.currency().wire(),
                Money.text(request.amountMinor(), request.currency())));
        show(table);
    }

    private void show(OutcomeTable table) {
        table.lines().forEach(console::say);
        Durations durations = new Durations(tracker.allTookNanos());
        double seconds = tracker.spanSeconds();
        console.say(
                "%.0f refunds/s (%,d in %.1f s, from the first accepted to the last end); a refund took p50 %,d ms, p95 %,d ms, p99 %,d ms"
                        .formatted(
                                seconds > 0 ? tracker.accepted().size() / seconds : 0,
                                tracker.accepted().size(),
                                seconds,
                                durations.percentileMs(50),
                                durations.percentileMs(95),
                                durations.percentileMs(99)));
    }

    /** Looks at all ledgers; says what is wrong, if anything is. */
    boolean audit() throws InterruptedException {
        List<Finding> findings = SettledAudit.of(system, tracker);
        if (findings.isEmpty()) {
            console.say(
                    "Audit: %,d movements of money, %,d receipts, %,d mails, BOB's copies, refund-service and all topics agree"
                            .formatted(movements(), system.receipts().receipts().size(), system.mails()));
            return true;
        }
        console.complain("AUDIT FAILED: " + findings.size() + " differences");
        shown(findings.stream().map(Finding::toString).toList());
        return false;
    }

    private long movements() {
        return system.payments().entries().stream()
                .filter(entry -> entry.netMinor() != 0)
                .count();
    }

    /** Names the refunds that do not move, and what else is waited for. */
    void stalled(Duration patience, List<String> underWay) {
        List<RefundKey> stuck = tracker.unfinished();
        console.complain("STALLED: nothing has moved for " + patience.toSeconds() + " s, and " + stuck.size()
                + " refunds have not come to their end");
        shown(stuck.stream().map(this::whereItIs).toList());
        shown(underWay);
    }

    private String whereItIs(RefundKey refund) {
        String status = tracker.copies()
                .of(refund)
                .map(RefundCopy::status)
                .map(known -> known.wire())
                .orElse("BOB has heard nothing of it");
        return refund + ": " + status;
    }

    private void shown(List<String> lines) {
        lines.stream().limit(MAX_SHOWN).forEach(line -> console.complain("  " + line));
        if (lines.size() > MAX_SHOWN) {
            console.complain("  … and " + (lines.size() - MAX_SHOWN) + " more");
        }
    }
}

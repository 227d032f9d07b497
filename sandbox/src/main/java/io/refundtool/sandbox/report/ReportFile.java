package io.refundtool.sandbox.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** report.csv: a row for each request, in the order of the returns. */
public final class ReportFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("refund_id", "order_id", "outcome", "amount", "receipt_number", "duration_ms")
            .setRecordSeparator('\n')
            .get();

    private ReportFile() {}

    public static void write(Path file, List<ReportRow> rows) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (Writer writer = Files.newBufferedWriter(file, UTF_8);
                CSVPrinter csv = new CSVPrinter(writer, FORMAT)) {
            for (ReportRow row : rows) {
                csv.printRecord(
                        row.refundId(),
                        row.orderId(),
                        row.outcome(),
                        row.amount(),
                        String.join(";", row.receiptNumbers()),
                        row.durationMs() < 0 ? "" : Long.toString(row.durationMs()));
            }
        }
    }
}

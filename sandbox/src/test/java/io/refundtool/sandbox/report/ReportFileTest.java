package io.refundtool.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path directory;

    @Test
    void shouldWriteARowForEachRequestInTheGivenOrder() throws IOException {
        // given
        Path file = directory.resolve("reports/report.csv");

        // when
        ReportFile.write(
                file,
                List.of(
                        new ReportRow("R2", "O1", "COMPLETED", "27.50", List.of("17", "18"), 120),
                        new ReportRow("R1", "", "UNATTRIBUTED", "1320", List.of(), -1)));

        // then
        assertThat(Files.readString(file)).isEqualTo("""
                        refund_id,order_id,outcome,amount,receipt_number,duration_ms
                        R2,O1,COMPLETED,27.50,17;18,120
                        R1,,UNATTRIBUTED,1320,,
                        """);
    }

    @Test
    void shouldTellAmountsOfDifferentCurrenciesApart() {
        // given
        OutcomeTable table = new OutcomeTable();

        // when
        table.add("COMPLETED", "GBP", "1000.50");
        table.add("COMPLETED", "GBP", "1.25");
        table.add("COMPLETED", "EUR", "3.00");
        table.add("COMPLETED", "JPY", "1320");
        table.add("MALFORMED", "?", "");

        // then
        assertThat(table.lines())
                .containsExactly(
                        "outcome                 requests  amount",
                        "COMPLETED                      4  3.00 EUR, 1,001.75 GBP, 1,320 JPY",
                        "MALFORMED                      1",
                        "in all                         5");
    }

    @Test
    void shouldTakePercentilesByTheNearestRank() {
        // given
        Durations durations = new Durations(List.of(4_000_000L, 1_000_000L, 3_000_000L, 2_000_000L));

        // when // then
        assertThat(durations.percentileMs(50)).isEqualTo(2);
        assertThat(durations.percentileMs(99)).isEqualTo(4);
        assertThat(new Durations(List.of()).percentileMs(50)).isZero();
    }
}

package io.refundtool.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.faults.FaultList;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.feed.Catalogue;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import io.refundtool.sandbox.run.Outcomes;
import io.refundtool.sandbox.run.Run;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything together while everything around it misbehaves, except for what is silent for long: that takes half a minute
 * until it is given up. {@code ./run --faults all} has that too.
 */
class FaultySystemTest {

    private static final String FAULTS = String.join(
            ",",
            "all=0.15",
            "payment-silence=0,reversal-silence=0,atol-silence=0,atol-stuck=0,atol-system=0,bob-clarification=0",
            "atol-driver-permanent=0.02,atol-agent=0.02,atol-validation=0.02");

    private static final int SEED = 1;
    private static final int REQUESTS = 50;

    @TempDir
    private Path directory;

    @Test
    void shouldBringEveryRefundToAnEndThatAllLedgersAgreeAbout() throws Exception {
        // given
        FaultPlan faults = FaultList.plan(FAULTS, SEED);
        Catalogue catalogue = new Catalogue(SEED, "faulty");
        List<FeedRequest> requests = IntStream.range(0, REQUESTS)
                .mapToObj(i -> catalogue.next(Instant.parse("2026-05-01T10:00:00Z")))
                .toList();
        Iterator<FeedRequest> source = requests.iterator();
        try (SandboxFixture sandbox = new SandboxFixture(
                directory, Catalogue.countries(), Catalogue.countriesWithoutFiscalization(), faults)) {

            // when
            Run.End end = sandbox.run(() -> source.hasNext() ? source.next() : null);

            // then
            assertThat(end).isEqualTo(Run.End.ALL_ENDED);
            assertThat(sandbox.audit()).map(Finding::toString).isEmpty();
            Outcomes outcomes = new Outcomes(sandbox.tracker());
            assertThat(requests)
                    .extracting(outcomes::outcome)
                    .contains("COMPLETED")
                    .doesNotContain("UNFINISHED");
            // Which ends there are beside that depends on races; these do not.
            assertThat(sandbox.system().payments().entries())
                    .extracting(LedgerEntry::kind)
                    .contains(Kind.PAID, Kind.DECLINED, Kind.REVERSED);
        }
    }
}

package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The service is started while PostgreSQL is away, which comes later. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class LateDatabaseTest {

    private static final String ORDER = "without-database";
    private static final String NAME = "late";

    @TempDir
    private Path directory;

    @Test
    void shouldBringRefundsForwardWithoutPostgresqlAndFillTheReadModelWhenItComes() {
        // given
        try (OwnDatabase database = OwnDatabase.away();
                RunningRefundService service = RunningRefundService.startOn(
                        database.jdbcUrl(NAME),
                        directory.resolve("state"),
                        "--refundtool.streams.application-id=late-database")) {

            // when
            service.tells(ORDER + "-e1", requestedOf(ORDER, "R-1", NOON, line("L1", 1, 1000)));

            // then
            await().atMost(PATIENCE).until(() -> "approved".equals(service.status(ORDER, "R-1")));
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);

            // when
            database.start();
            database.createDatabase(NAME);

            // then
            await().atMost(PATIENCE)
                    .until(() -> service.get("/api/v1/refunds?status=approved&limit=100")
                            .body()
                            .toString()
                            .contains(ORDER));
        }
    }
}

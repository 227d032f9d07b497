package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the running service knows of an order that was archived. */
class ArchivedOrderTest {

    private static final String OLD = "ARCHIVED-OLD";
    private static final Event REQUEST = requestedOf(OLD, "R-1", NOON, line("L1", 9, 1000));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant longAgo = now.minus(Duration.ofDays(3));

    @TempDir
    private static Path stateDir;

    private static RunningRefundService service;

    @BeforeAll
    static void start() {
        service = RunningRefundService.start(
                stateDir, "--refundtool.archive.after=2d", "--refundtool.archive.interval=1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldForgetAFinishedOrderAndStillSayWhatBecameOfIt() {
        // given
        service.tells("asked", longAgo, REQUEST, longAgo);
        Event late = requestedOf("ARCHIVED-NEW", "R-1", NOON, line("L1", 9, 1000));
        service.tells("asked", now, late, now);

        // when
        await().atMost(PATIENCE).until(() -> service.get(path(OLD)).status() == 410);

        // then
        JsonNode gone = service.get(path(OLD), 410);
        assertThat(gone.path("refunds").path(0).path("refundId").asString()).isEqualTo("R-1");
        assertThat(gone.path("refunds").path(0).path("status").asString()).isEqualTo("rejected");
        service.get(path(OLD) + "/refunds/R-1", 410);
        assertThat(service.get("/api/v1/refunds?status=rejected", 200).path("refunds"))
                .extracting(refund -> refund.path("orderId").asString())
                .contains(OLD);
        await().atMost(PATIENCE).until(() -> service.get(path("ARCHIVED-NEW")).status() == 200);

        // and an old request that comes again is not refunded again
        service.tells("asked", longAgo, REQUEST, now);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get("/api/v1/dead-letters?cause=TOO_OLD", 200)
                                .toString())
                        .contains(OLD));
        service.get(path(OLD), 410);
    }

    private static String path(String orderId) {
        return "/api/v1/orders/" + orderId;
    }
}

package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Event;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.testservers.NeedsServers;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.Metric;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What the running service knows of an order that was archived. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class ArchivedOrderTest {

    private static final String OLD = "ARCHIVED-OLD";
    private static final Event REQUEST = requestedOf(OLD, "R-1", NOON, line("L1", 9, 1000));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant longAgo = now.minus(Duration.ofDays(3));

    private static final double MEMORY = 256 * 1024 * 1024;
    private static final List<String> STORES = List.of(
            "refund-state",
            "refund-deadlines",
            "order-event-sequence",
            "order-event-count",
            "order-event-ids",
            "early-events");

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

    @Test
    void shouldMeasureItsStoresAndBoundTheirMemory() {
        // given
        service.tells("asked", now, requestedOf("MEASURED", "R-1", NOON, line("L1", 1, 1000)), now);

        // when
        await().atMost(PATIENCE).until(() -> service.get(path("MEASURED")).status() == 200);

        // then
        MeterRegistry meters = service.bean(MeterRegistry.class);
        assertThat(meters.get("refundtool.store.entries").gauges())
                .extracting(gauge -> gauge.getId().getTag("store"))
                .containsExactlyInAnyOrderElementsOf(STORES);
        for (String store : List.of("refund-state", "order-event-sequence", "refund-deadlines")) {
            assertThat(meters.get("refundtool.store.entries")
                            .tag("store", store)
                            .gauge()
                            .value())
                    .as(store)
                    .isPositive();
        }
        assertThat(meters.get("refundtool.store.disk").gauges()).hasSameSizeAs(STORES);
        assertThat(meters.get("refundtool.store.memory").gauge().value()).isBetween(1.0, MEMORY);
        assertThat(service.bean(RefundStreams.class).streams().metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("block-cache-capacity"))
                        .map(Metric::metricValue))
                .as("what each store may take, together with all others")
                .isNotEmpty()
                .containsOnly(BigInteger.valueOf((long) MEMORY));
    }

    private static String path(String orderId) {
        return "/api/v1/orders/" + orderId;
    }
}

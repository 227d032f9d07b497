package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is started while Kafka is away, which comes later. */
@NeedsServers
class LateKafkaTest {

    private static final String ORDER = "without-kafka";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private Path directory;

    private final OwnKafka broker = OwnKafka.away();
    private RunningRefundService service;

    @BeforeEach
    void startService() {
        KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), (short) 1);
        service = RunningRefundService.startOn(kafka, directory.resolve("state"));
    }

    @AfterEach
    void stopBoth() {
        service.close();
        broker.close();
    }

    @Test
    void shouldWaitForKafkaAndThenBringRefundsForward() {
        // given
        assertThat(service.get(READINESS).status()).isEqualTo(503);
        assertThat(service.get(READINESS).body().toString()).contains("\"waitsFor\":\"Kafka\"");
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/api/v1/orders/" + ORDER).status()).isEqualTo(503);

        // when
        broker.start();

        // then
        await().atMost(PATIENCE).until(() -> service.get(READINESS).status() == 200);
        service.tells(ORDER + "-e1", requestedOf(ORDER, "R-1", NOON, line("L1", 1, 1000)));
        await().atMost(PATIENCE).until(() -> "approved".equals(service.status(ORDER, "R-1")));
        await().atMost(PATIENCE)
                .until(() -> service.get("/api/v1/refunds?status=approved&limit=100")
                        .body()
                        .toString()
                        .contains(ORDER));
    }
}

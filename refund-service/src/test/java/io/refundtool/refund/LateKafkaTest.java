package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.embedded.EmbeddedKafka;
import io.refundtool.embedded.Ports;
import io.refundtool.messaging.KafkaSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is started while Kafka is away, which comes later. */
class LateKafkaTest {

    private static final String ORDER = "without-kafka";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private Path directory;

    private final int port = Ports.free("Kafka", 0);
    private RunningRefundService service;
    private @Nullable EmbeddedKafka broker;

    @BeforeEach
    void startService() {
        KafkaSettings kafka = new KafkaSettings("127.0.0.1:" + port, (short) 1);
        service = RunningRefundService.startOn(kafka, directory.resolve("state"));
    }

    @AfterEach
    void stopBoth() {
        service.close();
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void shouldWaitForKafkaAndThenBringRefundsForward() {
        // given
        assertThat(service.get(READINESS).status()).isEqualTo(503);
        assertThat(service.get(READINESS).body().toString()).contains("\"waitsFor\":\"Kafka\"");
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/api/v1/orders/" + ORDER).status()).isEqualTo(503);

        // when
        broker = EmbeddedKafka.start(port, directory.resolve("kafka"));

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

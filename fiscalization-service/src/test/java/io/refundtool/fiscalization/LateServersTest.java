package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.PATIENCE;
import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.EmbeddedKafka;
import io.refundtool.embedded.Ports;
import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is started while PostgreSQL and Kafka are away, which come later. */
@Order(RunningService.ALONE_LAST)
class LateServersTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    @TempDir
    private Path directory;

    private final int kafkaPort = Ports.free("Kafka", 0);
    private final int databasePort = Ports.free("PostgreSQL", 0);
    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private ConfigurableApplicationContext service;

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopAll() throws Exception {
        service.close();
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @Test
    void shouldWaitForPostgresqlAndReadWhatWasWrittenMeanwhile() throws Exception {
        // given
        Outside outside = startKafka();
        announce(outside, "late-1");
        assertWaitsFor("PostgreSQL");

        // when
        startPostgresql();

        // then
        assertAnswered(outside, "late-1");
        patiently().until(() -> get(READINESS).statusCode() == 200);
    }

    @Test
    void shouldWaitForPostgresqlAndThenForKafka() throws Exception {
        // given
        assertWaitsFor("PostgreSQL");
        startPostgresql();
        patiently().until(() -> get(READINESS).body().contains("Kafka"));
        assertWaitsFor("Kafka");

        // when
        Outside outside = startKafka();
        announce(outside, "late-2");

        // then
        assertAnswered(outside, "late-2");
        assertThat(get(READINESS).statusCode()).isEqualTo(200);
    }

    private void assertWaitsFor(String server) throws Exception {
        HttpResponse<String> readiness = get(READINESS);
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"waitsFor\":\"" + server + "\"");
        HttpResponse<String> liveness = get(LIVENESS);
        assertThat(liveness.statusCode()).as(liveness.body()).isEqualTo(200);
    }

    private void startPostgresql() {
        servers.push(EmbeddedDatabase.start(databasePort, directory.resolve("postgres")));
    }

    private Outside startKafka() {
        EmbeddedKafka kafka = EmbeddedKafka.start(kafkaPort, directory.resolve("kafka"));
        servers.push(kafka);
        Outside outside = new Outside(new KafkaSettings(kafka.bootstrapServers(), (short) 1));
        servers.push(outside);
        return outside;
    }

    private static void announce(Outside outside, String orderId) {
        outside.send(CloudEvents.toRecord(announced(orderId, Country.DE, refund(lines(1)))));
    }

    private static void assertAnswered(Outside outside, String orderId) {
        patiently().until(() -> !outside.answersAbout(movementId(orderId)).isEmpty());
        assertThat(outside.answersAbout(movementId(orderId)).getFirst().event()).isInstanceOf(ReceiptNotRequired.class);
    }

    private ConfigurableApplicationContext start() {
        return FiscalizationApplication.application()
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + EmbeddedDatabase.jdbcUrl(databasePort, "postgres"),
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--spring.main.banner-mode=off",
                        "--logging.structured.format.console=",
                        "--logging.level.root=WARN",
                        "--refundtool.kafka.bootstrap-servers=127.0.0.1:" + kafkaPort,
                        "--refundtool.fiscalization.seller.inn=5544332219",
                        "--refundtool.fiscalization.atol.login=login",
                        "--refundtool.fiscalization.atol.password=secret",
                        "--refundtool.fiscalization.atol.callback-url=http://localhost/atol/callback");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}

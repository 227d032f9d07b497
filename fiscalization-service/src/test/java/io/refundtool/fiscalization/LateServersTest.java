package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.PATIENCE;
import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import io.refundtool.testservers.OwnKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The service is started while PostgreSQL and Kafka are away, which come later. */
@Order(RunningService.ALONE_LAST)
@NeedsServers
class LateServersTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    private final OwnKafka kafka = OwnKafka.away();
    private final OwnDatabase database = OwnDatabase.away();
    private final Deque<Outside> opened = new ArrayDeque<>();
    private ConfigurableApplicationContext service;

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopAll() {
        service.close();
        opened.forEach(Outside::close);
        kafka.close();
        database.close();
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
        database.start();
    }

    private Outside startKafka() {
        kafka.start();
        Outside outside = new Outside(new KafkaSettings(kafka.bootstrapServers(), (short) 1));
        opened.push(outside);
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
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--spring.main.banner-mode=off",
                        "--logging.structured.format.console=",
                        "--logging.level.root=WARN",
                        "--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
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

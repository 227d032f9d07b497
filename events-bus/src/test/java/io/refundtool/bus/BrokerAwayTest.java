package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What producers see of a broker that stops and comes back, with the same address and the same disk. */
@NeedsServers
class BrokerAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITS_BRIEFLY = "--refundtool.bus.delivery-timeout=3s";

    @Test
    void shouldSayOfEveryEventThatItIsNotAcknowledgedWhileTheBrokerIsAwayAnd200Afterwards() {
        OwnKafka broker = OwnKafka.started();
        String address = broker.bootstrapServers();
        try (broker;
                var gateway = new RunningGateway(address, WAITS_BRIEFLY)) {
            // given
            await().atMost(PATIENCE).until(() -> publish(gateway, "e-before").status() == 200);
            broker.stop();

            // when
            Reply away = publish(gateway, "e-away");

            // then
            // 503 if the client had noticed already, and so did not take the event
            assertThat(away.status()).as(away.response().body()).isIn(207, 503);
            assertThat(away.header("Retry-After")).isEqualTo("2");
            JsonNode items = away.status() == 207 ? away.json() : away.json().path("items");
            assertThat(items.at("/0/publishing_status").asString()).isEqualTo("failed");
            assertThat(items.at("/0/step").asString()).isEqualTo("publishing");

            // when
            broker.start();

            // then
            await().atMost(PATIENCE).until(() -> publish(gateway, "e-after").status() == 200);
            try (var payments = new TopicReader(address, Topic.PAYMENT_UPDATE_V1)) {
                assertThat(payments.awaitEvent("e-after").key()).isEqualTo("o-1");
                assertThat(payments.count("e-before")).isEqualTo(1);
            }
        }
    }

    @Test
    void shouldStartWithoutABrokerAndBecomeReadyWhenItComes() {
        // given
        try (OwnKafka broker = OwnKafka.away();
                var gateway = new RunningGateway(broker.bootstrapServers(), WAITS_BRIEFLY)) {
            // when
            Reply early = publish(gateway, "e-early");

            // then
            assertThat(early.status()).isEqualTo(503);
            assertThat(early.header("Retry-After")).isEqualTo("2");
            assertThat(early.header("Content-Type")).startsWith("application/problem+json");
            assertThat(early.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:kafka-away");
            assertThat(early.json().at("/items/0/publishing_status").asString()).isEqualTo("failed");
            assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(gateway.get("/actuator/health/liveness").status()).isEqualTo(200);

            // when
            broker.start();

            // then
            await().atMost(PATIENCE)
                    .until(() -> gateway.get("/actuator/health/readiness").status() == 200);
            await().atMost(PATIENCE).until(() -> publish(gateway, "e-late").status() == 200);
        }
    }

    @Test
    void shouldStartWhileNobodyResolvesTheNameOfTheBroker() {
        // when
        try (var gateway = new RunningGateway("broker.invalid:9092", WAITS_BRIEFLY)) {

            // then
            assertThat(publish(gateway, "e-early").status()).isEqualTo(503);
            assertThat(gateway.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(gateway.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    private static Reply publish(RunningGateway gateway, String eid) {
        return gateway.publish(MONEY_REFUNDED, batch(moneyRefunded(eid)));
    }
}

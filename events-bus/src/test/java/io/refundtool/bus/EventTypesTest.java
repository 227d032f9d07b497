package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.EventType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the gateway tells of event types; it needs no broker for that. */
class EventTypesTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("localhost:1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldListEveryEventType() {
        // when
        Reply reply = gateway.get("/event-types");

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().size()).isEqualTo(EventType.values().length);
        assertThat(reply.json()
                        .valueStream()
                        .filter(type -> type.path("writable").asBoolean())
                        .map(type -> type.path("writer").asString())
                        .distinct())
                .containsExactlyInAnyOrder("bob", "payment");
    }

    @Test
    void shouldTellNameVersionTopicAndSchemaOfOne() {
        // when
        Reply reply = gateway.get("/event-types/" + MONEY_REFUNDED);

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("version").asInt()).isEqualTo(1);
        assertThat(reply.json().path("topic").asString()).isEqualTo("payment.update.v1");
        assertThat(reply.json().at("/schema/required").isArray()).isTrue();
        assertThat(gateway.get("/event-types/" + MONEY_REFUNDED + "/schemas").json())
                .isEqualTo(reply.json().path("schema"));
    }

    @Test
    void shouldAnswerWithAProblemWhereThereIsNothing() {
        // then
        assertThat(gateway.get("/event-types/x.v1").status()).isEqualTo(404);
        assertThat(gateway.get("/event-types/payment.money-refunded.v2")
                        .json()
                        .path("detail")
                        .asString())
                .contains("payment.money-refunded.v1");
        assertThat(gateway.get("/nothing").header("Content-Type")).startsWith("application/problem+json");
        assertThat(gateway.get("/event-types/" + MONEY_REFUNDED + "/events").status())
                .isEqualTo(405);
    }
}

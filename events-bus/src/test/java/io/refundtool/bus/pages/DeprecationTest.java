package io.refundtool.bus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.bus.registry.Deprecations;
import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A version that goes, shown wherever it is named. No spec has one yet, so one is taken for it here. */
class DeprecationTest {

    private static final String OLD = "/event-types/payment.refund-declined.v1";

    private static RunningGateway gateway;

    /** No bean of the gateway's own: only the gateway of this test is told of it. */
    static class OneVersionGoes {

        @Bean
        @Primary
        Deprecations deprecated() {
            Deprecation deprecation = new Deprecation(
                    LocalDate.parse("2026-12-01"), LocalDate.parse("2027-06-01"), "payment.refund-returned.v1");
            return type -> type == EventType.PAYMENT_REFUND_DECLINED_V1 ? Optional.of(deprecation) : Optional.empty();
        }
    }

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("localhost:1", "--spring.main.sources=" + OneVersionGoes.class.getName());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldTellInHeadersThatAVersionGoesAlsoToWhoeverPublishesIt() {
        for (Reply reply : List.of(
                gateway.get(OLD),
                gateway.get(OLD + "/schemas"),
                gateway.get(OLD + "/schemas/1"),
                gateway.publish("payment.refund-declined.v1", "[{\"an event\": \"that is wrong\"}]"))) {
            assertThat(reply.header("Deprecation")).isEqualTo("@1796083200");
            assertThat(reply.header("Sunset")).isEqualTo("Tue, 01 Jun 2027 00:00:00 GMT");
            assertThat(reply.response().headers().allValues("Link"))
                    .containsExactly(
                            "</event-types/payment.refund-returned.v1>; rel=\"successor-version\"",
                            "<" + OLD + ">; rel=\"deprecation\"; type=\"text/html\"");
        }
    }

    @Test
    void shouldTellNothingOfAVersionThatStays() {
        for (Reply reply : List.of(
                gateway.get("/event-types"),
                gateway.get("/event-types/payment.money-refunded.v1"),
                gateway.publish("payment.money-refunded.v1", "[]"))) {
            assertThat(reply.header("Deprecation")).isEmpty();
            assertThat(reply.header("Sunset")).isEmpty();
        }
        assertThat(gateway.get("/event-types/payment.money-refunded.v1").json().has("deprecated"))
                .isFalse();
    }

    @Test
    void shouldShowItInTheRegistry() {
        assertThat(gateway.get(OLD).json().get("deprecated").toString())
                .isEqualTo("{\"since\":\"2026-12-01\",\"sunset\":\"2027-06-01\","
                        + "\"successor\":\"/event-types/payment.refund-returned.v1\"}");
        assertThat(page(OLD))
                .contains("<strong>Deprecated</strong> since 2026-12-01. It goes on 2027-06-01; use "
                        + "<a href=\"/event-types/payment.refund-returned.v1\">payment.refund-returned.v1</a>");
        assertThat(page("/event-types")).contains("deprecated, goes on 2027-06-01");
        assertThat(page("/event-types/payment.refund-declined/schemas")).contains("<strong>Deprecated</strong>");
    }

    private static String page(String path) {
        return gateway.get(path, "Accept", "text/html").response().body();
    }
}

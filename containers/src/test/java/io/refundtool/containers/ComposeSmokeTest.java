package io.refundtool.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.RefundStatus;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * docker-compose.yml, started as it is. All parts but the simulators are killed, one after the other, while refunds are
 * under way; at the end all ledgers have to agree. Needs the images and the ports of ./run.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeSmokeTest {

    /** Two a second for five minutes: longer than all the killing takes. */
    private static final Map<String, String> DEMO = Map.of("DEMO_RATE", "2", "DEMO_COUNT", "600");

    /** Two cores that everything shares: a JVM alone takes up to a minute to start. */
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofMinutes(5);

    /** The demo goes on for minutes after the last kill, and what waited longest is announced again after as many. */
    private static final Duration UNTIL_ALL_AGREE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Docker DOCKER = new Docker(DEMO);
    private static final Outside OUTSIDE = new Outside();
    private static boolean started;

    @RegisterExtension
    final AfterTestExecutionCallback printLogs = context -> {
        if (context.getExecutionException().isPresent()) {
            System.err.println(DOCKER.logs());
        }
    };

    @BeforeAll
    static void start() {
        if (!Docker.answers()) {
            String reason = "SKIPPED: no Docker daemon answers here, so nothing is known about the containers";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        started = true;
        try {
            DOCKER.up();
            eventually().until(OUTSIDE::answers);
        } catch (RuntimeException e) {
            System.err.println(DOCKER.logs());
            throw e;
        }
    }

    @AfterAll
    static void stop() {
        OUTSIDE.close();
        if (started) {
            DOCKER.close();
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(UNTIL_IT_IS_BACK).pollInterval(PAUSE);
    }

    @Test
    @Order(1)
    void shouldBringARefundToItsEnd() {
        // given
        RefundRequested request = OUTSIDE.newRequest();

        // when
        post(request);

        // then
        awaitCompleted(request);
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "events-bus",
                "refund-service",
                "fiscalization-service",
                "notifications-service",
                "postgres",
                "kafka"
            })
    void shouldGoOnWithAServiceThatWasKilled(String service) {
        // given
        RefundRequested before = OUTSIDE.newRequest();
        post(before);

        // when
        DOCKER.kill(service);
        DOCKER.start(service);
        eventually().until(() -> DOCKER.healthy(service));

        // then
        RefundRequested after = OUTSIDE.newRequest();
        post(after);
        awaitCompleted(before);
        awaitCompleted(after);
    }

    @Test
    @Order(3)
    void shouldFindAllLedgersInAgreement() {
        await().atMost(UNTIL_ALL_AGREE).pollInterval(PAUSE).ignoreExceptions().untilAsserted(() -> {
            // when
            JsonNode audit = OUTSIDE.audit();

            // then
            assertThat(audit.path("findings").isArray()).as(audit.toString()).isTrue();
            assertThat(audit.path("findings")).isEmpty();
            assertThat(audit.path("movements").asInt()).isPositive();
        });
    }

    private static void post(RefundRequested request) {
        eventually().until(() -> OUTSIDE.post(request));
    }

    private static void awaitCompleted(RefundRequested request) {
        eventually()
                .untilAsserted(() -> assertThat(OUTSIDE.status(request))
                        .as(request.refundId())
                        .isEqualTo(RefundStatus.COMPLETED.wire()));
    }
}

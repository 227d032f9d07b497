package io.refundtool.containers;

import io.refundtool.events.bob.RefundRequested;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docker-compose.yml, started as it is. Its parts are killed, one after the other, while refunds are under way; at the end
 * all ledgers have to agree. Needs the images and the ports of ./run.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeSmokeTest {

    /** Five a second for three minutes: longer than all the killing takes. */
    private static final Map<String, String> DEMO = Map.of("DEMO_RATE", "5", "DEMO_COUNT", "900");

    @RegisterExtension
    static final ComposedSystem SYSTEM =
            new ComposedSystem(new Docker(DEMO, ComposeFiles.FILE), new Outside(Outside.REFUND_SERVICE));

    @Test
    @Order(1)
    void shouldBringARefundToItsEnd() {
        // when
        RefundRequested request = SYSTEM.request();

        // then
        SYSTEM.awaitCompleted(request);
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
        RefundRequested before = SYSTEM.request();

        // when
        SYSTEM.docker().kill(service);
        SYSTEM.start(service);

        // then
        RefundRequested after = SYSTEM.request();
        SYSTEM.awaitCompleted(before);
        SYSTEM.awaitCompleted(after);
    }

    @Test
    @Order(3)
    void shouldFindAllLedgersInAgreement() {
        SYSTEM.awaitAgreement();
    }
}

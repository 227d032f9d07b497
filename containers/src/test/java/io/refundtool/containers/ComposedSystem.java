package io.refundtool.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.RefundStatus;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/**
 * The system of compose files, for the tests of one class: up before the first of them, deleted after the last. Where no
 * Docker daemon answers they are skipped, and that is said; when one fails the containers' logs are printed.
 */
final class ComposedSystem implements BeforeAllCallback, AfterAllCallback, AfterTestExecutionCallback {

    /** Two cores that everything shares: a JVM alone takes up to a minute to start. */
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofMinutes(5);

    /** The demo goes on for minutes after the last kill, and what waited longest is announced again after as many. */
    private static final Duration UNTIL_ALL_AGREE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Docker docker;
    private final Outside outside;
    private boolean started;

    ComposedSystem(Docker docker, Outside outside) {
        this.docker = docker;
        this.outside = outside;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Docker.answers()) {
            String reason = "SKIPPED: no Docker daemon answers here, so nothing is known about the containers";
            System.err.println(reason);
            throw new TestAbortedException(reason);
        }
        started = true;
        try {
            docker.up();
            eventually().until(outside::answers);
        } catch (RuntimeException e) {
            System.err.println(docker.logs());
            throw e;
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.err.println(docker.logs());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        outside.close();
        if (started) {
            docker.close();
        }
    }

    Docker docker() {
        return docker;
    }

    void start(String service) {
        docker.start(service);
        eventually().until(() -> docker.healthy(service));
    }

    /** Returns when the gateway has taken it. */
    RefundRequested request() {
        RefundRequested request = outside.newRequest();
        eventually().until(() -> outside.post(request));
        return request;
    }

    void awaitCompleted(RefundRequested request) {
        eventually()
                .untilAsserted(() -> assertThat(outside.status(request))
                        .as(request.refundId())
                        .isEqualTo(RefundStatus.COMPLETED.wire()));
    }

    /** Money was moved, and every ledger says the same of it. */
    void awaitAgreement() {
        await().atMost(UNTIL_ALL_AGREE).pollInterval(PAUSE).ignoreExceptions().untilAsserted(() -> {
            JsonNode audit = outside.audit();
            assertThat(audit.path("findings").isArray()).as(audit.toString()).isTrue();
            assertThat(audit.path("findings")).isEmpty();
            assertThat(audit.path("movements").asInt()).isPositive();
        });
    }

    private static ConditionFactory eventually() {
        return await().atMost(UNTIL_IT_IS_BACK).pollInterval(PAUSE);
    }
}

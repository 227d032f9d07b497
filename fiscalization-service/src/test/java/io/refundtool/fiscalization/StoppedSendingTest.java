package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.fiscalization.atol.AtolReplies;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A wrong configuration stops sending; no receipt fails for it and none is corrected. */
@NeedsServers
class StoppedSendingTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @AfterEach
    void restart() {
        service.restart();
    }

    @Test
    void shouldStopSendingWhenTheLoginIsBlockedAndGoOnAfterARestart() throws Exception {
        // given
        service.atol.next(new Step.Answer(AtolReplies.error(403, 14, "system")));

        // when
        announce("blocked");
        patiently().until(() -> service.gauge("fiscalization.sending.stopped") == 1);
        announce("behind");
        patiently().until(() -> "TO_REGISTER".equals(service.stateOf("behind")));

        // then
        assertThat(health()).contains("\"sendingStopped\":\"error 14");
        assertThat(service.atol.sent(movementId("behind"))).isEmpty();
        assertThat(service.answersFor("blocked")).isEmpty();

        // when: what is called back before the service listens again is asked for
        service.restart("--refundtool.fiscalization.retry.silence=200ms");

        // then
        assertThat(service.registered("blocked")).containsExactly("refund refund-m:blocked:R-1-r1");
        assertThat(service.registered("behind")).hasSize(1);
    }

    private void announce(String orderId) {
        service.publish(announced(orderId, Country.RU, refund(lines(1))));
    }

    private String health() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(service.uri("/actuator/health"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}

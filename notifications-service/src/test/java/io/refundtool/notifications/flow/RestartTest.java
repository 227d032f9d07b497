package io.refundtool.notifications.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.common.Country;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.channel.ScriptedSmtpServer;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import org.junit.jupiter.api.Test;

@NeedsServers
class RestartTest {

    @Test
    void shouldSendAfterARestartWhatWasNotSentBefore() {
        // given
        String database = SharedServers.newDatabase();
        ScriptedSmtpServer away = ScriptedSmtpServer.start();
        away.close();
        try (Topics topics = new Topics()) {
            topics.announce(
                    RefundUpdates.fiscalized("restart-1", Country.DE, RefundUpdates.byEmail("ann@example.com")));
            try (RunningService service = RunningService.start(database, away.port())) {
                await().atMost(Topics.PATIENCE)
                        .until(() -> service.get("/api/v1/deliveries?orderId=restart-1")
                                .body()
                                .contains("waiting"));
            }

            // when
            try (ScriptedSmtpServer smtp = ScriptedSmtpServer.start();
                    RunningService _ = RunningService.start(database, smtp.port())) {

                // then
                await().atMost(Topics.PATIENCE)
                        .until(() -> !topics.answers("restart-1").isEmpty());
                assertThat(topics.answers("restart-1").getFirst().event()).isInstanceOf(CustomerNotified.class);
                assertThat(smtp.mails()).hasSize(1);
            }
        }
    }
}

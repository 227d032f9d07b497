package io.refundtool.notifications.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.common.Country;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.channel.ScriptedSmtpServer;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import io.refundtool.testservers.OwnKafka;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service is started while PostgreSQL and Kafka are away, which come later. */
@NeedsServers
class LateServersTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    private final OwnKafka kafka = OwnKafka.away();
    private final OwnDatabase database = OwnDatabase.away();
    private final Deque<Topics> opened = new ArrayDeque<>();
    private final ScriptedSmtpServer smtp = ScriptedSmtpServer.start();
    private RunningService service;

    @BeforeEach
    void startService() {
        service = RunningService.startOn(database.jdbcUrl(), kafka.bootstrapServers(), smtp.port());
    }

    @AfterEach
    void stopAll() {
        service.close();
        smtp.close();
        opened.forEach(Topics::close);
        kafka.close();
        database.close();
    }

    @Test
    void shouldWaitForPostgresqlAndReadWhatWasWrittenMeanwhile() {
        // given
        Topics outside = startKafka();
        announce(outside, "late-1");
        assertWaitsFor("PostgreSQL");

        // when
        startPostgresql();

        // then
        assertAnswered(outside, "late-1");
        await().atMost(Topics.PATIENCE).until(() -> get(READINESS).statusCode() == 200);
    }

    @Test
    void shouldWaitForPostgresqlAndThenForKafka() {
        // given
        assertWaitsFor("PostgreSQL");
        startPostgresql();
        await().atMost(Topics.PATIENCE).until(() -> get(READINESS).body().contains("Kafka"));
        assertWaitsFor("Kafka");

        // when
        Topics outside = startKafka();
        announce(outside, "late-2");

        // then
        assertAnswered(outside, "late-2");
        assertThat(get(READINESS).statusCode()).isEqualTo(200);
    }

    private void assertWaitsFor(String server) {
        HttpResponse<String> readiness = get(READINESS);
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"waitsFor\":\"" + server + "\"");
        HttpResponse<String> liveness = get(LIVENESS);
        assertThat(liveness.statusCode()).as(liveness.body()).isEqualTo(200);
    }

    private void startPostgresql() {
        database.start();
    }

    private Topics startKafka() {
        kafka.start();
        Topics outside = new Topics(new KafkaSettings(kafka.bootstrapServers(), (short) 1));
        opened.push(outside);
        return outside;
    }

    private static void announce(Topics topics, String orderId) {
        topics.announce(RefundUpdates.fiscalized(orderId, Country.DE, RefundUpdates.byEmail("ann@example.com")));
    }

    private static void assertAnswered(Topics topics, String orderId) {
        await().atMost(Topics.PATIENCE).until(() -> !topics.answers(orderId).isEmpty());
        assertThat(topics.answers(orderId).getFirst().event()).isInstanceOf(CustomerNotified.class);
    }

    private HttpResponse<String> get(String path) {
        return service.get(path);
    }
}

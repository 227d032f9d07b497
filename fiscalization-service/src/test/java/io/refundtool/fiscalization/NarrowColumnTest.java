package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.backId;
import static io.refundtool.fiscalization.Refunds.line;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.Refunds.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Topic;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An outage that happened to a system like this one: the gateway and every schema accepted a value that a column of the
 * database was too narrow for. The consumer died of it, again and again; the failures were counted in the same database,
 * so that the counter killed the rest of the process when that database was away.
 */
@Order(RunningService.ALONE_LAST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NeedsServers
class NarrowColumnTest {
    /** More than a 32-bit column holds, less than a receipt's limit: 30 million roubles in kopecks. */
    private static final RefundSnapshot LARGE = refund(List.of(line("l1", 1, 3_000_000_000L, VatRate.VAT20)));

    private static final String GROUP = "fiscalization-service";

    private final OwnDatabase database = OwnDatabase.started();

    @RegisterExtension
    final RunningService running = RunningService.on(database);

    private FiscalizationFixture service;

    @BeforeAll
    void setUp() {
        service = running.get();
    }

    @AfterAll
    void stop() {
        running.stop();
        database.close();
    }

    @Test
    void shouldOutliveAValueThatOnlyTheDatabaseRefusesAndADatabaseThatIsAway() {
        // given a migration that made a column narrower than the events' specs
        service.execute("alter table movement alter column amount_minor type integer");

        // when
        service.publish(announced("large", Country.RU, LARGE));
        service.publish(reversed("large", Country.RU, LARGE));
        announce("small");

        // then it is a dead letter with origin and cause, its order waits, and everybody else goes on
        assertThat(service.registered("small")).hasSize(1);
        assertThat(deadLetter("large"))
                .containsEntry("dl_origin_topic", Topic.REFUND_UPDATE_V1.topicName())
                .containsEntry("dl_cause", "REFUSED_BY_DATABASE")
                .hasEntrySatisfying("dl_message", message -> assertThat(message).contains("SQLSTATE 22003"))
                .containsKeys("dl_origin_partition", "dl_origin_offset");
        patiently().until(() -> parked("large").equals("2"));

        // when PostgreSQL is killed, and what comes next is fine, or is not
        database.kill();
        announce("meanwhile");
        service.publish(announced("larger", Country.RU, LARGE));

        // then reading pauses and says so, counts go on in memory, and the process lives
        patiently().until(() -> service.metric("refundtool.consumer.paused", "group", GROUP) == 1);
        double pauses = service.metric("refundtool.consumer.pauses", "group", GROUP);
        patiently().until(() -> service.metric("refundtool.consumer.pauses", "group", GROUP) > pauses);
        assertThat(service.metric("refundtool.consumer.dead.letters", "cause", "REFUSED_BY_DATABASE"))
                .isOne();
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").body()).contains("\"paused\":true");

        // when
        database.start();

        // then it goes on by itself, and nothing was skipped
        assertThat(service.registered("meanwhile")).hasSize(1);
        assertThat(deadLetter("larger")).containsEntry("dl_cause", "REFUSED_BY_DATABASE");
        patiently().until(() -> service.metric("refundtool.consumer.paused", "group", GROUP) == 0);
        assertThat(service.answersFor("large")).isEmpty();

        // when the column is as wide again as the specs say, and an operator publishes the letters again
        service.execute("alter table movement alter column amount_minor type bigint");
        patiently()
                .until(() -> service.value("select count(*) from dead_letter where state = 'waiting'")
                        .equals("2"));
        new LettersClient(service).post("/decisions", """
                {"action": "publish", "reason": "wide enough now", "cause": "REFUSED_BY_DATABASE"}""", "widened");

        // then both are registered, the waiting event in its turn, and all of them once
        assertThat(service.registered("larger")).hasSize(1);
        assertThat(service.registered("large")).containsExactly("refund refund-m:large:R-1-r1");
        assertThat(service.answerAbout(backId("large"), 1).event()).isInstanceOf(ReceiptRegistered.class);
        assertThat(service.atol.sent(movementId("large"))).hasSize(1);
        assertThat(service.outside.deadLettersOf("large")).hasSize(1);
        assertThat(service.value("select count(*) from parked_event")).isEqualTo("0");
    }

    private void announce(String orderId) {
        service.publish(announced(orderId, Country.RU, refund(lines(1))));
    }

    private Map<String, String> deadLetter(String orderId) {
        patiently().until(() -> !service.outside.deadLettersOf(orderId).isEmpty());
        return service.outside.deadLettersOf(orderId).getFirst();
    }

    private String parked(String orderId) {
        return service.value("select count(*) from parked_event where order_id = ?", orderId);
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(service.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

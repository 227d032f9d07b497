package io.refundtool.notifications.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.channel.ScriptedSmtpServer;
import io.refundtool.notifications.persistence.DeliveryClaims;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NeedsServers
class TroubleTest {
    private static final Customer ANN = RefundUpdates.byEmail("ann.smith@example.com");
    private static final Customer BOTH = new Customer(null, "en", "ann.smith@example.com", "+4915112345678");

    private final Topics topics = new Topics();
    private final RecordingSms sms = new RecordingSms();
    private final JdbcTemplate administration = new JdbcTemplate(
            new DriverManagerDataSource(SharedServers.database().jdbcUrl("postgres")));
    private final String database = SharedServers.newDatabase();
    private final String databaseName = database.replaceFirst(".*/([^/?]+)\\?.*", "$1");
    private final ScriptedSmtpServer smtp = ScriptedSmtpServer.start();
    private RunningService service;
    private RecordedLog log;

    @BeforeAll
    void start() {
        service = RunningService.start(database, smtp.port(), sms);
        log = RecordedLog.begin();
    }

    @AfterAll
    void stop() {
        service.close();
        topics.close();
        smtp.close();
    }

    @BeforeEach
    void letTheMailServerBehave() {
        smtp.reset();
    }

    @AfterEach
    void shouldNotHaveLoggedPersonalData() {
        assertThat(log.everything()).isNotEmpty().noneMatch(it -> it.contains("ann.smith") || it.contains("+49151"));
    }

    @Test
    void shouldSendWhatWaitedWhenTheServerComesBack() {
        // given
        smtp.goAway();
        IntStream.range(0, 5).forEach(i -> announce("down-" + i, ANN));
        await().atMost(Topics.PATIENCE)
                .until(() -> states("down").equals(List.of("waiting", "waiting", "waiting", "waiting", "waiting")));

        // when
        smtp.behave();

        // then
        await().atMost(Topics.PATIENCE)
                .until(() -> states("down").equals(List.of("told", "told", "told", "told", "told")));
        assertThat(smtp.mails()).hasSize(5);
        assertThat(answer("down-0")).isInstanceOf(CustomerNotified.class);
    }

    @Test
    void shouldSendAgainUnderTheSameIdWhatACrashedInstanceWasSending() {
        // given
        smtp.goAway();
        announce("crash-1", ANN);
        DeliveryClaims crashing = new DeliveryClaims(service.database());
        await().atMost(Topics.PATIENCE)
                .until(() -> !crashing.claimDue(Channel.EMAIL, 1, Duration.ofSeconds(1))
                        .isEmpty());

        // when
        smtp.behave();

        // then
        String messageId = ((CustomerNotified) answer("crash-1")).messageId();
        assertThat(smtp.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("Message-ID: " + messageId));
        assertThat(service.get("/api/v1/deliveries?orderId=crash-1").body()).contains("\"attempt\":2");
    }

    @Test
    void shouldReportARecipientThatTheServerRefuses() {
        // given
        smtp.answer("RCPT", "550 5.1.1 <ann.smith@example.com>: no such user");

        // when
        announce("bounce-1", ANN);

        // then
        assertThat(answer("bounce-1"))
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        it -> assertThat(it.reason())
                                .isEqualTo("Expected to reach the customer by email, but it was refused:"
                                        + " 550 5.1.1 <[address]>: no such user"));
        assertThat(service.database().queryForList("SELECT delivery::text FROM delivery", String.class))
                .noneMatch(row -> row.contains("ann.smith"));
    }

    @Test
    void shouldTakeTheNextChannelWhenTheServerRefuses() {
        // given
        smtp.answer("RCPT", "550 no such user");

        // when
        announce("sms-1", BOTH);

        // then
        assertThat(answer("sms-1")).isInstanceOfSatisfying(CustomerNotified.class, it -> {
            assertThat(it.channel()).isEqualTo(Channel.SMS);
            assertThat(it.messageId()).isEqualTo("sms-sms-1");
        });
        assertThat(sms.taken).singleElement().satisfies(it -> {
            assertThat(it.recipient().address()).isEqualTo("+4915112345678");
            assertThat(it.message().subject()).startsWith("Your refund of");
        });
    }

    @Test
    void shouldReportAfterTheLastOfManyAttempts() {
        // given
        smtp.answer(".", "451 try later");

        // when
        announce("later-1", ANN);

        // then
        assertThat(answer("later-1"))
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        it -> assertThat(it.reason()).contains("the last of 3 attempts", "451 try later"));
    }

    @Test
    void shouldReportWhenTheServerStaysAwayForTooLong() {
        // given
        smtp.goAway();
        announce("away-1", ANN);
        await().atMost(Topics.PATIENCE).until(() -> states("away-1").equals(List.of("waiting")));

        // when
        service.database()
                .update("UPDATE delivery SET received_at = now() - interval '25 h' WHERE order_id = 'away-1'");

        // then
        assertThat(answer("away-1"))
                .isInstanceOfSatisfying(
                        NotificationFailed.class, it -> assertThat(it.reason()).contains("within PT24H"));
    }

    @Test
    void shouldSendEachMailOnceThoughTheDatabaseDropsItsConnections() {
        // given
        List<String> orders =
                IntStream.range(0, 30).mapToObj(i -> "database-" + i).toList();

        // when
        for (String order : orders) {
            announce(order, ANN);
            dropConnections();
        }

        // then
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(answerIds(order)).hasSize(1)));
        assertThat(smtp.mails()).hasSameSizeAs(orders);
        assertThat(service.get("/actuator/health/liveness").body()).contains("UP");
    }

    @Test
    void shouldPauseAndSaySoWhileTheDatabaseIsAwayAndThenGoOn() {
        // given
        allowConnections(false);
        dropConnections();

        // when
        announce("pause-1", ANN);

        // then
        await().atMost(Topics.PATIENCE)
                .until(() -> service.get("/actuator/health").body().contains("\"paused\":true"));
        assertThat(service.get("/actuator/health/liveness").body()).contains("UP");
        assertThat(smtp.mails()).isEmpty();

        // when
        allowConnections(true);

        // then
        assertThat(answer("pause-1")).isInstanceOf(CustomerNotified.class);
        assertThat(smtp.mails()).hasSize(1);
        await().atMost(Topics.PATIENCE)
                .until(() -> !service.get("/actuator/health").body().contains("\"paused\":true"));
    }

    private void allowConnections(boolean allowed) {
        administration.execute("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(databaseName, allowed));
    }

    /** A relay that loses its connection before it could mark an event publishes it again under the same id. */
    private Set<String> answerIds(String orderId) {
        return topics.answers(orderId).stream().map(Envelope::id).collect(Collectors.toSet());
    }

    private void dropConnections() {
        administration.queryForList(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", databaseName);
    }

    private void announce(String orderId, Customer customer) {
        topics.announce(RefundUpdates.fiscalized(orderId, Country.DE, customer));
    }

    private Event answer(String orderId) {
        await().atMost(Topics.PATIENCE).until(() -> !topics.answers(orderId).isEmpty());
        return topics.answers(orderId).getFirst().event();
    }

    private List<String> states(String prefix) {
        return service.database()
                .queryForList("SELECT state FROM delivery WHERE order_id LIKE ?", String.class, prefix + "%");
    }
}

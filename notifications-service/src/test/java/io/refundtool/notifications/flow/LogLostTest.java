package io.refundtool.notifications.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.channel.ScriptedSmtpServer;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A delivery log that is lost, or comes from a backup, is brought forward by replay: nobody gets a second mail. */
@NeedsServers
class LogLostTest {
    private static final Customer ANN = RefundUpdates.byEmail("ann@example.com");

    private static final String SETTLED = """
            SELECT concat_ws(' ', order_id, status, state, channel, event_type, event_id, message_id, reason, recipient,
                CASE WHEN state = 'told' THEN settled_at END)
            FROM delivery WHERE order_id LIKE 'lost-%' AND order_id NOT LIKE 'lost-open%' ORDER BY order_id
            """;

    private final Topics topics = new Topics();
    private final ScriptedSmtpServer smtp = ScriptedSmtpServer.start();

    @AfterEach
    void close() {
        topics.close();
        smtp.close();
    }

    @Test
    void shouldBeBroughtForwardFromNothingWithoutASecondMail() {
        // given
        List<String> log;
        try (RunningService service = RunningService.start(SharedServers.newDatabase(), smtp.port())) {
            announce("lost-told-1", ANN);
            announce("lost-told-2", ANN);
            announce("lost-unreachable", new Customer("c-1", "de", null, null));
            List.of("lost-told-1", "lost-told-2", "lost-unreachable").forEach(this::answer);
            smtp.goAway();
            announce("lost-open", ANN);
            announceAt(Instant.now().minus(Duration.ofHours(25)), "lost-open-and-old", ANN);
            await().atMost(Topics.PATIENCE)
                    .until(() -> List.of("lost-open", "lost-open-and-old").stream()
                            .allMatch(order -> states(service, order).equals(List.of("waiting"))));
            log = rows(service);
        }

        // when
        smtp.behave();
        try (RunningService service = RunningService.recover(SharedServers.newDatabase(), smtp.port())) {

            // then
            assertThat(answer("lost-open")).isInstanceOf(CustomerNotified.class);
            assertThat(answer("lost-open-and-old"))
                    .isInstanceOfSatisfying(
                            NotificationFailed.class,
                            it -> assertThat(it.reason()).contains("the log was lost"));
            await().atMost(Topics.PATIENCE).until(() -> rows(service).equals(log));
            assertThat(List.of("lost-told-1", "lost-told-2", "lost-unreachable"))
                    .allSatisfy(order -> assertThat(topics.answers(order)).hasSize(1));
            assertThat(mailed("lost-told-1")).isOne();
            assertThat(mailed("lost-told-2")).isOne();
            assertThat(mailed("lost-open")).isOne();
            assertThat(mailed("lost-open-and-old")).isZero();
        }
    }

    @Test
    void shouldBeBroughtForwardFromABackupWithoutASecondMail() {
        // given a backup that has a delivery as waiting
        String database = SharedServers.newDatabase();
        smtp.goAway();
        try (RunningService service = RunningService.start(database, smtp.port())) {
            announce("backup-open", ANN);
            await().atMost(Topics.PATIENCE)
                    // On a busy machine the service takes its servers for away at first, and makes its tables a little
                    // later.
                    .ignoreException(CannotGetJdbcConnectionException.class)
                    .until(() -> states(service, "backup-open").equals(List.of("waiting")));
        }
        String backup = copyOf(database);
        smtp.behave();
        try (RunningService _ = RunningService.start(database, smtp.port())) {
            announce("backup-after", ANN);
            answer("backup-open");
            answer("backup-after");
        }

        // when
        try (RunningService service = RunningService.recover(backup, smtp.port())) {
            announce("backup-later", ANN);
            answer("backup-later");

            // then
            assertThat(states(service, "backup-open")).containsExactly("told");
            assertThat(states(service, "backup-after")).containsExactly("told");
            assertThat(mailed("backup-open")).isOne();
            assertThat(mailed("backup-after")).isOne();
            assertThat(topics.answers("backup-after")).hasSize(1);
            assertThat(topics.answers("backup-open")).hasSize(1);
        }
    }

    private static String copyOf(String database) {
        JdbcTemplate server = new JdbcTemplate(
                new DriverManagerDataSource(SharedServers.database().jdbcUrl("postgres")));
        String copy = SharedServers.newDatabase();
        server.execute("DROP DATABASE " + name(copy));
        server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name(copy), name(database)));
        return copy;
    }

    private static String name(String url) {
        return url.replaceFirst(".*/([^/?]+)\\?.*", "$1");
    }

    private void announce(String orderId, Customer customer) {
        topics.announce(RefundUpdates.fiscalized(orderId, Country.GB, customer));
    }

    private void announceAt(Instant time, String orderId, Customer customer) {
        Event event = RefundUpdates.fiscalized(orderId, Country.GB, customer);
        topics.send(CloudEvents.toRecord(new Envelope<>("old-" + orderId, "/refund-service", time, null, event)));
    }

    private Event answer(String orderId) {
        await().atMost(Topics.PATIENCE).until(() -> !topics.answers(orderId).isEmpty());
        return topics.answers(orderId).getFirst().event();
    }

    private static List<String> rows(RunningService service) {
        return service.database().query(SETTLED, (row, _) -> row.getString(1));
    }

    private static List<String> states(RunningService service, String orderId) {
        return service.database()
                .query("SELECT state FROM delivery WHERE order_id = ?", (row, _) -> row.getString(1), orderId);
    }

    private long mailed(String orderId) {
        return smtp.mails().stream()
                .filter(mail -> mail.contains("X-Order-Id: " + orderId + "\r\n")
                        || mail.contains("X-Order-Id: " + orderId + "\n"))
                .count();
    }
}

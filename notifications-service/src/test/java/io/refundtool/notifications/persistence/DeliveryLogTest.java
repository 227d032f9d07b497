package io.refundtool.notifications.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Outcome;
import io.refundtool.notifications.domain.Recipient;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NeedsServers
class DeliveryLogTest {
    private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LAPSED = Duration.ZERO;
    private static final Answer TAKEN = new Answer.Taken("<m@x>", "250 ok");
    private static final Answer POSTPONED = new Answer.Postponed("451 later");

    private static DriverManagerDataSource database = new DriverManagerDataSource();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final DeliveryLog log = new DeliveryLog(jdbc);
    private final DeliveryClaims claims = new DeliveryClaims(jdbc);
    private final DeliveryAnswers answers = new DeliveryAnswers(jdbc);
    private final DeliveryLogView view = new DeliveryLogView(jdbc);

    @BeforeAll
    static void createTables() {
        // A claim that waits for another's lock fails instead of hanging.
        database = new DriverManagerDataSource(SharedServers.newDatabase() + "&options=-c%20lock_timeout=2s");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/notifications-service")
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE delivery CASCADE");
    }

    @Test
    void shouldEnterARefundAndStatusOnce() {
        assertThat(log.enter(List.of(delivery("o-1", "e-1"), delivery("o-1", "e-2"))))
                .hasSize(1);
        assertThat(log.enter(List.of(delivery("o-1", "e-3")))).isEmpty();
    }

    @Test
    void shouldGiveADeliveryToOneSenderOnly() {
        // given
        log.enter(IntStream.range(0, 10)
                .mapToObj(i -> delivery("o-" + i, "e-" + i))
                .toList());
        TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(database));

        // when
        List<ClaimedDelivery> whileTheOtherClaims = claims.claimDue(Channel.EMAIL, 4, LEASE);
        other.executeWithoutResult(status -> {
            assertThat(new DeliveryClaims(new JdbcTemplate(database)).claimDue(Channel.EMAIL, 4, LEASE))
                    .hasSize(4)
                    .noneMatch(it -> whileTheOtherClaims.stream().anyMatch(mine -> mine.id() == it.id()));
            assertThat(inAnotherThread(() -> claims.claimDue(Channel.EMAIL, 10, LEASE)))
                    .hasSize(2);
        });

        // then
        assertThat(claims.claimDue(Channel.EMAIL, 10, LEASE)).isEmpty();
        assertThat(claims.claimDue(Channel.SMS, 10, LEASE)).isEmpty();
    }

    @Test
    void shouldHandOutAgainWhatASenderAbandonedAndCountIt() {
        // given
        log.enter(List.of(delivery("o-1", "e-1")));
        claims.claimDue(Channel.EMAIL, 1, LAPSED);

        // when
        List<ClaimedDelivery> again = claims.claimDue(Channel.EMAIL, 1, LEASE);

        // then
        assertThat(again).singleElement().satisfies(it -> {
            assertThat(it.abandoned()).isTrue();
            assertThat(it.attempts()).isEqualTo(1);
        });
    }

    @Test
    void shouldNotCountWhatIsGivenBackUnsent() {
        // given
        log.enter(List.of(delivery("o-1", "e-1")));

        // when
        claims.release(claims.claimDue(Channel.EMAIL, 1, LEASE));

        // then
        assertThat(claims.claimDue(Channel.EMAIL, 1, LEASE)).singleElement().satisfies(it -> {
            assertThat(it.abandoned()).isFalse();
            assertThat(it.attempts()).isZero();
        });
    }

    @Test
    void shouldForgetTheAddressWhenToldAndKeepTheAnswer() {
        // given
        ClaimedDelivery claimed = claimed("o-1", LEASE);

        // when
        answers.enter(List.of(answered(claimed, TAKEN, new Outcome.Told("<m@x>"))));

        // then
        assertThat(jdbc.queryForObject("SELECT delivery::text FROM delivery", String.class))
                .doesNotContain("ann.smith")
                .contains("a…@example.com");
        assertThat(view.find("o-1", null)).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo("told");
            assertThat(it.messageId()).isEqualTo("<m@x>");
            assertThat(it.settledAt()).isEqualTo(NOW);
            assertThat(it.attempts())
                    .containsExactly(new DeliveryEntry.AttemptEntry("email", 1, NOW, "taken", "250 ok"));
        });
    }

    @Test
    void shouldEnterAnAnswerOnce() {
        // given
        ClaimedDelivery claimed = claimed("o-1", LEASE);
        AnsweredDelivery told = answered(claimed, TAKEN, new Outcome.Told("<m@x>"));

        // then
        assertThat(answers.enter(List.of(told))).containsExactly(told);
        assertThat(answers.enter(List.of(told))).isEmpty();
    }

    @Test
    void shouldBelieveALateSenderThatItSentAndNothingElse() {
        // given
        ClaimedDelivery late = claimed("o-1", LAPSED);
        claims.claimDue(Channel.EMAIL, 1, LEASE);

        // then
        assertThat(answers.enter(List.of(answered(late, POSTPONED, new Outcome.TryAgain(LEASE)))))
                .isEmpty();
        assertThat(answers.enter(List.of(answered(late, POSTPONED, new Outcome.GivenUp("no")))))
                .isEmpty();
        assertThat(answers.enter(List.of(answered(late, TAKEN, new Outcome.Told("<m@x>")))))
                .hasSize(1);
    }

    @Test
    void shouldWaitForTheNextAttemptAndCountItOnTheNextChannelAnew() {
        // given
        ClaimedDelivery first = claimed("o-1", LEASE);
        answers.enter(List.of(answered(first, POSTPONED, new Outcome.TryAgain(Duration.ofHours(1)))));
        assertThat(claims.claimDue(Channel.EMAIL, 1, LEASE)).isEmpty();
        jdbc.update("UPDATE delivery SET due_at = now()");
        ClaimedDelivery second = claims.claimDue(Channel.EMAIL, 1, LEASE).getFirst();

        // when
        answers.enter(
                List.of(answered(second, POSTPONED, new Outcome.MoveOn(new Recipient(Channel.SMS, "+4915112345678")))));

        // then
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(claims.claimDue(Channel.SMS, 1, LEASE))
                .singleElement()
                .extracting(ClaimedDelivery::attempts)
                .isEqualTo(0);
    }

    @Test
    void shouldFindWhatWaitsForTooLongUnlessItIsBeingSent() {
        // given
        log.enter(List.of(delivery("o-1", "e-1"), delivery("o-2", "e-2"), delivery("o-3", "e-3")));
        claims.claimDue(Channel.EMAIL, 1, LEASE);
        jdbc.update("UPDATE delivery SET received_at = now() - interval '2 h' WHERE order_id <> 'o-3'");

        // then
        assertThat(claims.claimOverdue(Duration.ofHours(1), 10, LEASE))
                .extracting(it -> it.notice().orderId())
                .containsExactly("o-2");
    }

    @Test
    void shouldSayAgainWhatBecameOfASettledDelivery() {
        // given
        answers.enter(List.of(answered(claimed("o-1", LEASE), TAKEN, new Outcome.Told("<m@x>"))));
        answers.enter(List.of(answered(claimed("o-2", LEASE), null, new Outcome.GivenUp("no"))));
        claimed("o-3", LEASE);

        // when
        List<SettledDelivery> settled =
                new SettledDeliveries(jdbc).find(Set.of(key("o-1"), key("o-2"), key("o-3"), key("o-4")));

        // then
        assertThat(settled)
                .extracting(SettledDelivery::answer)
                .containsExactlyInAnyOrder(
                        new CustomerNotified(
                                "o-1", "r-1", Country.DE, RefundStatus.FISCALIZED, Channel.EMAIL, "<m@x>", NOW),
                        new NotificationFailed("o-2", "r-1", Country.DE, RefundStatus.FISCALIZED, "no", NOW));
    }

    @Test
    void shouldRemoveWhatWasSettledLongAgo() {
        // given
        ClaimedDelivery claimed = claimed("o-1", LEASE);
        answers.enter(List.of(answered(claimed, TAKEN, new Outcome.Told("<m@x>"))));
        log.enter(List.of(delivery("o-2", "e-2")));
        jdbc.update("UPDATE delivery SET settled_at = now() - interval '401 days' WHERE state = 'told'");

        // then
        assertThat(log.removeSettled(402, 10)).isZero();
        assertThat(log.removeSettled(400, 10)).isEqualTo(1);
        assertThat(view.find("o-2", null)).hasSize(1);
    }

    private static DeliveryKey key(String orderId) {
        return new DeliveryKey(orderId, "r-1", RefundStatus.FISCALIZED);
    }

    private ClaimedDelivery claimed(String orderId, Duration lease) {
        log.enter(List.of(delivery(orderId, "e-" + orderId)));
        return claims.claimDue(Channel.EMAIL, 1, lease).getFirst();
    }

    private static AnsweredDelivery answered(ClaimedDelivery it, @Nullable Answer answer, Outcome outcome) {
        return new AnsweredDelivery(it, it.attempts() + 1, answer, outcome, "en", NOW);
    }

    private static NewDelivery delivery(String orderId, String eventId) {
        Fiscalized event =
                RefundUpdates.fiscalized(orderId, Country.DE, RefundUpdates.byEmail("ann.smith@example.com"));
        Notice notice = Notice.of(event).orElseThrow();
        return new NewDelivery(
                notice.key(),
                new Envelope<>(eventId, "/refund-service", NOW, null, event),
                new Recipient(Channel.EMAIL, "ann.smith@example.com"),
                null);
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        try (var executor = Executors.newSingleThreadExecutor()) {
            return executor.submit(work).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

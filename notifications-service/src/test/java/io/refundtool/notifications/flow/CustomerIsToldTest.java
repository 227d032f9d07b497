package io.refundtool.notifications.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Traces;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NeedsServers
class CustomerIsToldTest {
    private static final Customer ANN = RefundUpdates.byEmail("ann.smith@example.com");

    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final Topics topics = new Topics();
    private RunningService service;
    private RecordedLog log;

    @BeforeAll
    void start() {
        mailbox.start();
        service = RunningService.start(
                SharedServers.newDatabase(), mailbox.getSmtp().getPort());
        log = RecordedLog.begin();
    }

    @AfterAll
    void stop() {
        service.close();
        topics.close();
        mailbox.stop();
    }

    @Test
    void shouldSendTheCompletionMailAndSaySo() throws MessagingException, IOException {
        // when
        topics.announce(RefundUpdates.fiscalized("told-1", Country.DE, ANN));

        // then
        Envelope<?> answer = answer("told-1");
        MimeMessage mail = mails("told-1").getFirst();
        assertThat(answer.event()).isInstanceOfSatisfying(CustomerNotified.class, it -> {
            assertThat(it.notifiedOf()).isEqualTo(RefundStatus.FISCALIZED);
            assertThat(it.channel()).isEqualTo(Channel.EMAIL);
            assertThat(it.messageId()).isEqualTo(messageId(mail)).endsWith("@shop.example>");
        });
        assertThat(Traces.traceId(answer.traceparent())).isEqualTo(Traces.traceId(Topics.TRACEPARENT));
        assertThat(mail.getSubject()).startsWith("Ihre Erstattung von 49,90");
        assertThat(mail.getAllRecipients()[0]).hasToString("ann.smith@example.com");
        assertThat((String) mail.getContent()).contains("Чашка", "Kettle & Co");
    }

    @Test
    void shouldSendOneMailForARefundAndStatus() {
        // given
        Event event = RefundUpdates.fiscalized("once-1", Country.DE, ANN);

        // when
        topics.announce("same-id", event);
        topics.announce("same-id", event);
        topics.announce("another-id", event);
        topics.announce(RefundUpdates.rejected("once-1", Country.GB, ANN, RejectionCode.AMOUNT_EXCEEDED));

        // then
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(topics.answers("once-1"))
                        .extracting(it -> ((CustomerNotified) it.event()).notifiedOf())
                        .contains(RefundStatus.FISCALIZED, RefundStatus.REJECTED));
        assertThat(mails("once-1")).hasSize(2);
    }

    @Test
    void shouldAnswerAnotherAnnouncementOfTheSameStatusWithoutASecondMail() {
        // given
        Event event = RefundUpdates.fiscalized("again-1", Country.DE, ANN);
        topics.announce("first", event);
        Envelope<?> first = answer("again-1");

        // when
        topics.announce("first", event);
        topics.announce("second", event);
        topics.announce("second", event);
        topics.announce(RefundUpdates.rejected("again-1", Country.GB, ANN, RejectionCode.AMOUNT_EXCEEDED));

        // then
        await().atMost(Topics.PATIENCE).until(() -> topics.answers("again-1").size() == 3);
        Envelope<?> second = topics.answers("again-1").get(1);
        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(mails("again-1")).hasSize(2);
    }

    @Test
    void shouldTellOfACancellationAndOfMoneyTakenBackButNotOfTheWayThere() throws MessagingException {
        // when
        topics.announce(RefundUpdates.reversalStarted("back-1", Country.GB, ANN));
        topics.announce(RefundUpdates.moneyReversed("back-1", Country.GB, ANN));
        topics.announce(RefundUpdates.reversed("back-1", Country.GB, ANN));
        topics.announce(RefundUpdates.cancelled("cancelled-1", Country.GB, ANN));

        // then
        assertThat(answer("cancelled-1").event())
                .isInstanceOfSatisfying(
                        CustomerNotified.class,
                        it -> assertThat(it.notifiedOf()).isEqualTo(RefundStatus.CANCELLED));
        assertThat(answer("back-1").event())
                .isInstanceOfSatisfying(
                        CustomerNotified.class,
                        it -> assertThat(it.notifiedOf()).isEqualTo(RefundStatus.REVERSED));
        assertThat(mails("back-1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).endsWith("was taken back"));
        assertThat(mails("cancelled-1").getFirst().getSubject()).endsWith("was cancelled");
    }

    @Test
    void shouldAskTheCustomerForHelp() throws MessagingException {
        // when
        topics.announce(
                RefundUpdates.clarificationNeeded("clarify-1", Country.RU, ANN, ClarificationCode.PAYOUT_DECLINED));

        // then
        assertThat(answer("clarify-1").event())
                .isInstanceOfSatisfying(
                        CustomerNotified.class,
                        it -> assertThat(it.notifiedOf()).isEqualTo(RefundStatus.AWAITING_CLARIFICATION));
        assertThat(mails("clarify-1").getFirst().getSubject()).startsWith("Нужна ваша помощь");
    }

    @Test
    void shouldReportACustomerWithoutAnAddress() {
        // when
        topics.announce(RefundUpdates.fiscalized("unreachable-1", Country.DE, new Customer("c-1", "de", null, null)));

        // then
        assertThat(answer("unreachable-1").event())
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        it -> assertThat(it.reason()).startsWith("Expected an address of the customer"));
    }

    @Test
    void shouldPutWhatItCannotReadAsideAndGoOn() {
        // given
        Event good = RefundUpdates.fiscalized("dead-1", Country.DE, ANN);
        ProducerRecord<String, byte[]> broken =
                CloudEvents.toRecord(new Envelope<>("broken-1", "/refund-service", Instant.now(), null, good));

        // when
        topics.send(new ProducerRecord<>(Topic.REFUND_UPDATE_V1.topicName(), "dead-1", new byte[] {(byte) 0xC3, 0x28}));
        topics.send(new ProducerRecord<>(
                broken.topic(), null, "dead-1", "{\"orderId\":".getBytes(UTF_8), broken.headers()));
        topics.announce(good);

        // then
        assertThat(answer("dead-1").event()).isInstanceOf(CustomerNotified.class);
        await().atMost(Topics.PATIENCE).until(() -> topics.deadLetters("dead-1").size() == 2);
        assertThat(topics.deadLetters("dead-1")).allSatisfy(it -> {
            assertThat(new String(it.headers().lastHeader("dl_origin_topic").value(), UTF_8))
                    .isEqualTo(Topic.REFUND_UPDATE_V1.topicName());
            assertThat(it.headers().lastHeader("dl_cause").value()).isNotEmpty();
        });
    }

    @Test
    void shouldShowTheLogWithoutTheAddress() {
        // given
        topics.announce(RefundUpdates.fiscalized("log-1", Country.DE, ANN));
        answer("log-1");

        // when
        HttpResponse<String> log = service.get("/api/v1/deliveries?orderId=log-1&refundId=r-1");

        // then
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.body())
                .contains("\"state\":\"told\"", "\"language\":\"de\"", "\"recipient\":\"a…@example.com\"", "\"taken\"")
                .doesNotContain("ann.smith");
        assertThat(service.get("/api/v1/deliveries?orderId=log-1&refundId=other")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void shouldLogEachStepInOneLineWithItsIds() {
        // when
        topics.announce(RefundUpdates.fiscalized("logged-1", Country.DE, ANN));
        answer("logged-1");

        // then
        assertThat(log.about("logged-1")).hasSize(2).allSatisfy(it -> {
            assertThat(it.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(it.getMDCPropertyMap())
                    .containsEntry("refundId", "r-1")
                    .containsEntry("traceId", Topics.TRACEPARENT.substring(3, 35));
        });
        assertThat(log.everything()).noneMatch(it -> it.contains("ann.smith"));
    }

    @Test
    void shouldExplainABadQuestion() {
        assertThat(service.get("/api/v1/deliveries").statusCode()).isEqualTo(400);
        assertThat(service.get("/api/v1/deliveries?orderId=" + "x".repeat(65)).body())
                .contains("Expected orderId to have 1 to 64 characters");
        assertThat(service.get("/api/v1/deliveries?orderId=a%00").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldBeHealthy() {
        assertThat(service.get("/actuator/health/liveness").body()).contains("UP");
        assertThat(service.get("/actuator/health/readiness").body()).contains("UP");
    }

    private Envelope<?> answer(String orderId) {
        await().atMost(Topics.PATIENCE).until(() -> !topics.answers(orderId).isEmpty());
        return topics.answers(orderId).getFirst();
    }

    private List<MimeMessage> mails(String orderId) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .filter(mail -> orderId.equals(header(mail, "X-Order-Id")))
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        return header(mail, "Message-ID");
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.refundtool.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.Recipient;
import io.refundtool.notifications.template.RenderedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpProviderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-07T12:00:00Z"), ZoneOffset.UTC);
    /** Far more than a busy machine needs, for whatever is answered at all. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** For a server that is silent. */
    private static final Duration IMPATIENT = Duration.ofMillis(500);

    private final ScriptedSmtpServer server = ScriptedSmtpServer.start();
    private final ProviderLine line = line(server.port(), PATIENT);

    @AfterEach
    void close() {
        line.close();
        server.close();
    }

    @Test
    void shouldHandOverAWholeMailAndKeepTheServersWords() throws ProviderAwayException {
        // when
        Answer answer = line.send(message("o-1", "ann@example.com"));

        // then
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        assertThat(answer.text()).isEqualTo("250 2.0.0 taken as q-1");
        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains(
                                "From: =?UTF-8?Q?Kettle_=26_S=C3=B6hne?= <refunds@shop.example>",
                                "To: ann@example.com",
                                "Reply-To: help@shop.example",
                                "Subject: =?UTF-8?",
                                "Message-ID: " + ((Answer.Taken) answer).messageId(),
                                "Content-Language: de",
                                "Auto-Submitted: auto-generated",
                                "X-Order-Id: o-1",
                                "X-Refund-Id: r-1",
                                "X-Refund-Status: fiscalized",
                                "Content-Type: text/plain; charset=UTF-8"));
    }

    @Test
    void shouldUseTheSameMessageIdEachTime() throws ProviderAwayException {
        // when
        Answer first = line.send(message("o-1", "ann@example.com"));
        Answer again = line.send(message("o-1", "ann@example.com"));

        // then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldSendManyMailsOverOneConnection() throws ProviderAwayException {
        // when
        for (int i = 0; i < 20; i++) {
            line.send(message("o-" + i, "ann@example.com"));
        }

        // then
        assertThat(server.mails()).hasSize(20);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <ann.smith@example.com> unknown, 550 5.1.1 <[address]> unknown",
        "RCPT, 553 no mailbox for ann.smith here, 553 no mailbox for [address] here",
        "DATA, 554 no, 554 no",
        "., 552 too large, 552 too large"
    })
    void shouldTakeAPermanentRefusalForFinalAndHideTheAddress(String command, String said, String text)
            throws ProviderAwayException {
        // given
        server.answer(command, said);

        // when
        Answer answer = line.send(message("o-1", "ann.smith@example.com"));

        // then
        assertThat(answer).isEqualTo(new Answer.Refused(text));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 greylisted",
        "RCPT, 452 mailbox full",
        "DATA, 451 later",
        "., 451 later",
        "MAIL, 452 no space",
        "MAIL, 550 sender unknown",
        "MAIL, 530 log in first"
    })
    void shouldTakeATemporaryRefusalOrOneOfTheSenderForPostponed(String command, String said)
            throws ProviderAwayException {
        // given
        server.answer(command, said);

        // when
        Answer answer = line.send(message("o-1", "ann@example.com"));

        // then
        assertThat(answer).isEqualTo(new Answer.Postponed(said));
    }

    @ParameterizedTest
    @CsvSource({"MAIL, hang up", "RCPT, hang up", "., hang up", "RCPT, 421 shutting down"})
    void shouldPostponeAndDialAgainWhenTheConnectionBreaks(String command, String said) throws ProviderAwayException {
        // given
        line.send(message("o-1", "ann@example.com"));
        server.answer(command, said);

        // when
        Answer broken = line.send(message("o-2", "ann@example.com"));
        server.behave();
        Answer next = line.send(message("o-3", "ann@example.com"));

        // then
        assertThat(broken).isInstanceOf(Answer.Postponed.class);
        assertThat(next).isInstanceOf(Answer.Taken.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void shouldPostponeAMailThatIsTakenInSilence() throws ProviderAwayException {
        // given
        server.answer(".", ScriptedSmtpServer.SILENCE);

        // when
        Answer unanswered;
        try (ProviderLine impatient = line(server.port(), IMPATIENT)) {
            impatient.dial();
            unanswered = impatient.send(message("o-1", "ann@example.com"));
        }

        // then
        assertThat(unanswered).isInstanceOf(Answer.Postponed.class);
    }

    @Test
    void shouldSayThatAServerIsAwayThatIsSilent() {
        // given
        server.answer("greeting", ScriptedSmtpServer.SILENCE);

        // then
        try (ProviderLine impatient = line(server.port(), IMPATIENT)) {
            assertThatThrownBy(impatient::dial).isInstanceOf(ProviderAwayException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 too busy", "554 go away", "hang up"})
    void shouldSayThatAServerIsAwayThatDoesNotGreet(String greeting) {
        // given
        server.answer("greeting", greeting);

        // then
        assertThatThrownBy(() -> line.send(message("o-1", "ann@example.com")))
                .isInstanceOf(ProviderAwayException.class)
                .hasMessageNotContaining("ann");
    }

    @Test
    void shouldSayThatAServerIsAwayThatIsNotThere() {
        // given
        server.close();

        // then
        assertThatThrownBy(() -> line.send(message("o-1", "ann@example.com")))
                .isInstanceOf(ProviderAwayException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"änn@example.com", "a(b@example.com", "ann@exa_mple..com", ".ann@example.com", "a\"b@example.com"
            })
    void shouldRefuseAnAddressThatSmtpCannotCarry(String address) throws ProviderAwayException {
        assertThat(line.send(message("o-1", address))).isInstanceOf(Answer.Refused.class);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void shouldReachAnInternationalDomain() throws ProviderAwayException {
        // when
        line.send(message("o-1", "ann@bücher.example"));

        // then
        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("To: ann@xn--bcher-kva.example"));
    }

    @Test
    void shouldRefuseASenderThatIsNoAddress() {
        // given
        EmailSettings settings =
                new EmailSettings("a b", null, null, "shop.example", Duration.ofSeconds(1), Duration.ofSeconds(1));

        // then
        assertThatThrownBy(() -> new SmtpProvider(new JavaMailSenderImpl(), settings, CLOCK))
                .hasMessageContaining("refundtool.notifications.email.from");
    }

    private static ProviderLine line(int port, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.setUsername("");
        EmailSettings settings = new EmailSettings(
                "refunds@shop.example", "Kettle & Söhne", "help@shop.example", "shop.example", patience, patience);
        return new SmtpProvider(sender, settings, CLOCK).open();
    }

    private static OutgoingMessage message(String orderId, String address) {
        return new OutgoingMessage(
                new DeliveryKey(orderId, "r-1", RefundStatus.FISCALIZED),
                new Recipient(Channel.EMAIL, address),
                new RenderedMessage("de", "Ihre Erstattung über 49,90 €", "Guten Tag,\n\n. Punkt\n"));
    }
}

package io.refundtool.sandbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.ledger.Journal;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final int SEED = 1;

    @Test
    void shouldCountMailsByTheirId() throws MessagingException {
        // given
        try (Mailbox mailbox = new Mailbox("127.0.0.1", 0, Journal.inMemory(), FaultPlan.none())) {
            // when
            send(mailbox, "<a@test>");
            send(mailbox, "<b@test>");
            send(mailbox, "<b@test>");

            // then
            assertThat(mailbox.counts()).isEqualTo(Map.of("<a@test>", 1, "<b@test>", 2));
            assertThat(mailbox.latest()).hasSize(3).first().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("customer@example.test");
                assertThat(mail.subject()).isEqualTo("Your refund");
                assertThat(mail.text()).contains("Here it is");
            });
        }
    }

    @Test
    void shouldRefuseAMailForEver() throws MessagingException {
        // given
        try (Mailbox mailbox =
                new Mailbox("127.0.0.1", 0, Journal.inMemory(), always(FaultKind.MAIL_BOUNCE_PERMANENT))) {
            // when // then
            assertThatThrownBy(() -> send(mailbox, "<a@test>")).hasMessageMatching("(?s)55[0-9] .*");
            assertThatThrownBy(() -> send(mailbox, "<a@test>")).hasMessageMatching("(?s)55[0-9] .*");
            assertThat(mailbox.size()).isZero();
        }
    }

    @Test
    void shouldRefuseAMailForNowAndTakeItLater() throws MessagingException {
        // given
        try (Mailbox mailbox =
                new Mailbox("127.0.0.1", 0, Journal.inMemory(), always(FaultKind.MAIL_BOUNCE_TEMPORARY))) {
            // when
            int refused = 0;
            while (mailbox.size() == 0 && refused <= 3) {
                try {
                    send(mailbox, "<a@test>");
                } catch (MessagingException e) {
                    assertThat(e).hasMessageMatching("(?s)45[0-9] .*");
                    refused++;
                }
            }

            // then
            assertThat(refused).isBetween(1, 3);
            assertThat(mailbox.counts()).isEqualTo(Map.of("<a@test>", 1));
        }
    }

    private static FaultPlan always(FaultKind kind) {
        return new FaultPlan(SEED, Map.of(kind, 1.0));
    }

    private static void send(Mailbox mailbox, String messageId) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mailbox.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setFrom(new InternetAddress("shop@example.test"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("customer@example.test"));
        mail.setSubject("Your refund");
        mail.setText("Here it is");
        Transport.send(mail);
    }
}

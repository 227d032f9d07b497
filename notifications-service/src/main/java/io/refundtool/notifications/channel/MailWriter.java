package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.StableIds;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails: plain text in UTF-8, one recipient. The headers {@code X-Order-Id}, {@code X-Refund-Id} and
 * {@code X-Refund-Status} let support and tests match a mail with its refund; ids have a pattern that no line break fits
 * into, and everything else that reaches a header is encoded by the mail library.
 */
final class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final Clock clock;
    private final String messageIdDomain;
    private final InternetAddress from;
    private final @Nullable InternetAddress replyTo;

    MailWriter(Session session, EmailSettings settings, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.messageIdDomain = settings.messageIdDomain();
        this.from = sender(settings);
        this.replyTo = settings.replyTo() == null ? null : configured("reply-to", settings.replyTo());
    }

    /** Writes the mail; refuses an address that SMTP cannot carry. */
    MimeMessage write(OutgoingMessage outgoing) throws MessagingException {
        DeliveryKey key = outgoing.key();
        MimeMessage mail = new IdentifiedMail(session, StableIds.messageId(key, messageIdDomain));
        mail.setFrom(from);
        if (replyTo != null) {
            mail.setReplyTo(new InternetAddress[] {replyTo});
        }
        mail.setRecipient(Message.RecipientType.TO, address(outgoing.recipient().address()));
        mail.setSentDate(Date.from(clock.instant()));
        mail.setSubject(outgoing.message().subject(), UTF_8);
        mail.setText(outgoing.message().text(), UTF_8);
        mail.setHeader("Content-Language", outgoing.message().language());
        // So that no vacation responder answers (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Order-Id", key.orderId());
        mail.setHeader("X-Refund-Id", key.refundId());
        mail.setHeader("X-Refund-Status", key.status().wire());
        mail.saveChanges();
        return mail;
    }

    /** International domains become ASCII; a local part outside ASCII would need SMTPUTF8, which is not spoken here. */
    private static InternetAddress address(String text) throws AddressException {
        int at = text.lastIndexOf('@');
        String local = text.substring(0, at);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
            throw new AddressException("Expected a local part in ASCII, but it is not");
        }
        return new InternetAddress(local + "@" + asciiDomain(text.substring(at + 1)), true);
    }

    private static String asciiDomain(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new AddressException("Expected a domain name, but it is none");
        }
    }

    private static InternetAddress sender(EmailSettings settings) {
        InternetAddress address = configured("from", settings.from());
        try {
            address.setPersonal(settings.fromName(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
        return address;
    }

    private static InternetAddress configured(String property, String address) {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "Expected refundtool.notifications.email." + property + " to be an e-mail address, but it is "
                            + address,
                    e);
        }
    }

    /** Keeps its Message-ID, where the library would invent one each time the message is saved. */
    private static final class IdentifiedMail extends MimeMessage {
        private final String messageId;

        IdentifiedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}

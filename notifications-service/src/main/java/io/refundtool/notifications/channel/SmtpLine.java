package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the SMTP server that carries many mails, one after another. */
final class SmtpLine implements ProviderLine {
    /** After so long a silence the server is asked whether it is still there, since many hang up on idle clients. */
    private static final Duration SURELY_ALIVE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    /** Opens a connection to the server. */
    @FunctionalInterface
    interface Dial {
        Transport connect() throws MessagingException;
    }

    private final Dial dial;
    private final MailWriter writer;
    private @Nullable Transport transport;
    private long lastUsedNanos;

    SmtpLine(Dial dial, MailWriter writer) {
        this.dial = dial;
        this.writer = writer;
    }

    @Override
    public Answer send(OutgoingMessage outgoing) throws ProviderAwayException {
        MimeMessage mail;
        try {
            mail = writer.write(outgoing);
        } catch (AddressException e) {
            return new Answer.Refused("Expected an address that SMTP can carry, but it is not");
        } catch (MessagingException e) {
            throw new IllegalStateException("Expected to write a mail for " + outgoing.key(), e);
        }
        return send(mail, outgoing, connected());
    }

    @Override
    public void dial() throws ProviderAwayException {
        connected();
    }

    private Answer send(MimeMessage mail, OutgoingMessage outgoing, Transport server) throws ProviderAwayException {
        try {
            server.sendMessage(mail, mail.getAllRecipients());
            lastUsedNanos = System.nanoTime();
            return new Answer.Taken(mail.getMessageID(), lastWords(server, outgoing));
        } catch (MessagingException e) {
            SmtpRefusal refusal = SmtpRefusal.of(e);
            if (refusal.connectionLost()) {
                close();
            }
            return refusal.answer(outgoing.recipient());
        }
    }

    private Transport connected() throws ProviderAwayException {
        Transport current = transport;
        if (current != null && (recentlyUsed() || current.isConnected())) {
            return current;
        }
        close();
        try {
            current = dial.connect();
        } catch (MessagingException e) {
            throw new ProviderAwayException(SmtpRefusal.of(e).words(), e);
        }
        transport = current;
        lastUsedNanos = System.nanoTime();
        return current;
    }

    private boolean recentlyUsed() {
        return System.nanoTime() - lastUsedNanos < SURELY_ALIVE.toNanos();
    }

    private static String lastWords(Transport server, OutgoingMessage outgoing) {
        String words = server instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : "";
        return AddressScrubber.scrub(words == null ? "" : words, outgoing.recipient());
    }

    @Override
    public void close() {
        Transport current = transport;
        transport = null;
        if (current != null) {
            try {
                current.close();
            } catch (MessagingException e) {
                LOG.debug("The SMTP server did not say goodbye");
            }
        }
    }
}

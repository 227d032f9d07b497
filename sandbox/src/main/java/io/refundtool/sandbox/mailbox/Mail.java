package io.refundtool.sandbox.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/**
 * A mail that arrived.
 *
 * @param messageId with its angle brackets, as in the header
 * @param text the body, when it is plain text
 */
public record Mail(String messageId, String to, String subject, String text) {

    private static final int MAX_TEXT = 4_000;

    static Mail of(MimeMessage message, String to) {
        try {
            String text = message.getContent() instanceof String plain ? plain : "";
            return new Mail(
                    String.valueOf(message.getMessageID()),
                    to,
                    String.valueOf(message.getSubject()),
                    text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Expected a mail that can be read, but it cannot", e);
        }
    }
}

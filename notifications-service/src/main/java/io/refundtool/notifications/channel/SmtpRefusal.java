package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.Recipient;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Why a mail did not get through (RFC 5321, 4.2): a code of 400-499 is for now, 500-599 for ever, 421 is the server
 * hanging up, and 0 or less means that it said nothing.
 *
 * @param aboutSender the server refused the sender or the command that names it; that is a matter of configuration, so a
 *     5xx is not held against the recipient
 */
record SmtpRefusal(int code, String words, boolean aboutSender) {
    private static final int HANGS_UP = 421;
    private static final int FOR_EVER = 500;
    private static final int MAX_CHAIN = 10;

    /** Finds the server's answer in what the mail library threw. */
    static SmtpRefusal of(MessagingException thrown) {
        Exception cause = thrown;
        for (int depth = 0; depth < MAX_CHAIN && cause instanceof MessagingException it; depth++) {
            switch (it) {
                case SMTPAddressFailedException address -> {
                    return new SmtpRefusal(address.getReturnCode(), text(address), false);
                }
                case SMTPSenderFailedException sender -> {
                    return new SmtpRefusal(sender.getReturnCode(), text(sender), true);
                }
                case SMTPSendFailedException send -> {
                    return new SmtpRefusal(send.getReturnCode(), text(send), isMailFrom(send.getCommand()));
                }
                case AuthenticationFailedException login -> {
                    return new SmtpRefusal(0, "The server refused the login: " + text(login), true);
                }
                default -> cause = it.getNextException();
            }
        }
        return new SmtpRefusal(0, "No answer: " + text(thrown), false);
    }

    /** Whether nothing more can be sent over this connection. */
    boolean connectionLost() {
        return code <= 0 || code == HANGS_UP;
    }

    /** What this means for the message. */
    Answer answer(Recipient recipient) {
        String text = AddressScrubber.scrub(words, recipient);
        return code >= FOR_EVER && !aboutSender ? new Answer.Refused(text) : new Answer.Postponed(text);
    }

    private static boolean isMailFrom(String command) {
        return command.toUpperCase(Locale.ROOT).startsWith("MAIL");
    }

    private static String text(MessagingException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}

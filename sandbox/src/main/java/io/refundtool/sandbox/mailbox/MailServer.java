package io.refundtool.sandbox.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** GreenMail with an SMTP server that may refuse a mail once it has read it. */
final class MailServer extends GreenMail {

    private final MailConduct conduct;

    MailServer(ServerSetup setup, MailConduct conduct) {
        super(setup);
        this.conduct = conduct;
    }

    /** Called before the constructor has ended too, so the conduct is looked at when a mail comes. */
    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers parts) {
        Map<String, AbstractServer> servers = new ConcurrentHashMap<>();
        for (ServerSetup setup : setups) {
            servers.put(setup.getProtocol(), new SmtpServer(setup, new JudgingManagers(parts, () -> conduct)));
        }
        return servers;
    }

    private static final class JudgingManagers extends Managers {

        private final Managers parts;
        private final SmtpManager judge;

        JudgingManagers(Managers parts, Supplier<MailConduct> conduct) {
            this.parts = parts;
            this.judge = new Judge(parts, conduct);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return judge;
        }

        @Override
        public UserManager getUserManager() {
            return parts.getUserManager();
        }

        @Override
        public ImapHostManager getImapHostManager() {
            return parts.getImapHostManager();
        }
    }

    /** Answers to DATA. */
    private static final class Judge extends SmtpManager {

        private final Supplier<MailConduct> conduct;
        private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

        Judge(Managers parts, Supplier<MailConduct> conduct) {
            super(parts.getImapHostManager(), parts.getUserManager());
            this.conduct = conduct;
        }

        /** The line that refuses the mail; null when it is taken. */
        @Override
        public @Nullable String checkData(SmtpState state) {
            MailConduct now = conduct.get();
            if (!now.misbehaves()) {
                return null;
            }
            String messageId = messageId(state.getMessage());
            int attempt = attempts.merge(messageId, 1, Integer::sum);
            LockSupport.parkNanos(now.slowness(messageId, attempt).toNanos());
            return now.refusal(messageId, attempt).orElse(null);
        }

        private static String messageId(MovingMessage message) {
            try {
                return String.valueOf(message.getMessage().getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException("Expected a mail that can be read, but it cannot", e);
            }
        }
    }
}

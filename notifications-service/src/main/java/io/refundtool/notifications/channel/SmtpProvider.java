package io.refundtool.notifications.channel;

import io.refundtool.events.common.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mail over SMTP, to the server that {@code spring.mail.*} names. */
public final class SmtpProvider implements Provider {
    private final JavaMailSenderImpl server;
    private final Session session;
    private final MailWriter writer;

    /** Puts the settings' time limits on every step of a conversation with the server. */
    public SmtpProvider(JavaMailSenderImpl server, EmailSettings settings, Clock clock) {
        this.server = server;
        this.session = server.getSession();
        limit(session.getProperties(), protocol(), settings);
        this.writer = new MailWriter(session, settings, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public ProviderLine open() {
        return new SmtpLine(this::connect, writer);
    }

    private Transport connect() throws MessagingException {
        Transport transport = transport();
        String user = server.getUsername();
        boolean anonymous = user == null || user.isEmpty();
        transport.connect(
                server.getHost(), server.getPort(), anonymous ? null : user, anonymous ? null : server.getPassword());
        return transport;
    }

    private Transport transport() {
        try {
            return session.getTransport(protocol());
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("Expected spring.mail.protocol to be smtp or smtps", e);
        }
    }

    private String protocol() {
        String configured = server.getProtocol();
        return configured != null ? configured : JavaMailSenderImpl.DEFAULT_PROTOCOL;
    }

    private static void limit(Properties properties, String protocol, EmailSettings settings) {
        limit(properties, "mail." + protocol + ".connectiontimeout", settings.connectTimeout());
        limit(properties, "mail." + protocol + ".timeout", settings.answerTimeout());
        limit(properties, "mail." + protocol + ".writetimeout", settings.answerTimeout());
    }

    private static void limit(Properties properties, String name, Duration limit) {
        properties.putIfAbsent(name, Long.toString(limit.toMillis()));
    }
}

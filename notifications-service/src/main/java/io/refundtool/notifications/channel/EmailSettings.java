package io.refundtool.notifications.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * E-mail as the customer sees it, and patience with the server. Host, port, user and password are Spring's
 * {@code spring.mail.*}.
 *
 * @param from address of the sender, also the one bounces go to unless {@code mail.smtp.from} is set
 * @param fromName name of the sender, if any
 * @param replyTo where the customer's answer goes, if not to the sender
 * @param messageIdDomain right part of every Message-ID. Changing it changes the ids of messages that are sent again.
 * @param connectTimeout to open a connection
 * @param answerTimeout for each answer of the server and each write to it. A server that accepts a mail and says so too late
 *     gets it a second time, under the same Message-ID, which is why RFC 5321 4.5.3.2.6 wants ten minutes for that answer;
 *     it has to be well below {@code sending.lease}, though
 */
@ConfigurationProperties("refundtool.notifications.email")
public record EmailSettings(
        String from,
        @Nullable String fromName,
        @Nullable String replyTo,
        @DefaultValue("refund-tool.invalid") String messageIdDomain,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout) {}

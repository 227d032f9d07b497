package io.refundtool.notifications.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.notifications.application.AnswerRecorder;
import io.refundtool.notifications.application.Attempt;
import io.refundtool.notifications.application.DeliveryMeters;
import io.refundtool.notifications.application.Doorbells;
import io.refundtool.notifications.application.Housekeeping;
import io.refundtool.notifications.application.Senders;
import io.refundtool.notifications.channel.EmailSettings;
import io.refundtool.notifications.channel.Provider;
import io.refundtool.notifications.channel.SmtpProvider;
import io.refundtool.notifications.domain.DeliveryDecider;
import io.refundtool.notifications.kafka.Announcements;
import io.refundtool.notifications.persistence.DeliveryAnswers;
import io.refundtool.notifications.persistence.DeliveryClaims;
import io.refundtool.notifications.persistence.DeliveryLog;
import io.refundtool.notifications.persistence.DeliveryLogView;
import io.refundtool.notifications.template.MessageTemplates;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivery log and those who send from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotificationsSettings.class, EmailSettings.class})
class DeliveryConfiguration {

    @Bean
    MessageTemplates messageTemplates(NotificationsSettings settings) {
        MessageTemplates templates =
                new MessageTemplates(settings.languageChoice(), settings.shop(), settings.templates());
        TemplateCheck.run(templates, settings);
        return templates;
    }

    @Bean
    Provider smtpProvider(JavaMailSenderImpl server, EmailSettings settings, Clock clock) {
        return new SmtpProvider(server, settings, clock);
    }

    @Bean
    Doorbells doorbells(NotificationsSettings settings) {
        return new Doorbells(settings.channels(), settings.sending().threads());
    }

    @Bean
    DeliveryLogView deliveryLogView(JdbcTemplate jdbc) {
        return new DeliveryLogView(jdbc);
    }

    @Bean
    Attempt attempt(MessageTemplates templates, NotificationsSettings settings, Clock clock) {
        return new Attempt(templates, new DeliveryDecider(settings.retry().policy(), settings.order()), clock);
    }

    @Bean
    AnswerRecorder answerRecorder(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            Outbox outbox,
            Announcements announcements,
            Doorbells bells,
            MeterRegistry meters) {
        return new AnswerRecorder(
                new TransactionTemplate(transactions),
                new DeliveryAnswers(jdbc),
                outbox,
                announcements,
                bells,
                new DeliveryMeters(meters));
    }

    @Bean(destroyMethod = "")
    Senders senders(
            List<Provider> providers,
            NotificationsSettings settings,
            Doorbells bells,
            JdbcTemplate jdbc,
            Attempt attempt,
            AnswerRecorder recorder) {
        DeliveryClaims claims = new DeliveryClaims(jdbc);
        Housekeeping housekeeping = new Housekeeping(
                claims,
                new DeliveryLog(jdbc),
                attempt,
                recorder,
                settings.retry().giveUpAfter(),
                settings.keepDays());
        return new Senders(
                ProviderChoice.inUse(providers, settings.channels()),
                settings.sending(),
                bells,
                claims,
                attempt,
                recorder,
                housekeeping);
    }
}

package io.refundtool.fiscalization.config;

import io.refundtool.events.Topic;
import io.refundtool.messaging.deadletters.LetterRoutes;
import io.refundtool.messaging.deadletters.web.DeadLetterConfiguration;
import io.refundtool.messaging.postgres.TransactionalInbox;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Dead letters of this service. */
@Configuration(proxyBeanMethods = false)
@Import(DeadLetterConfiguration.class)
class DeadLettersConfiguration {

    @Bean
    LetterRoutes letterRoutes() {
        return new LetterRoutes(
                Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1, Map.of(Topic.REFUND_UPDATE_V1, TransactionalInbox.MAIN));
    }
}

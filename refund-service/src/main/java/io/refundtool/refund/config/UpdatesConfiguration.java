package io.refundtool.refund.config;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.updates.RefundUpdates;
import io.refundtool.refund.updates.UpdatesSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stream of updates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpdatesSettings.class)
class UpdatesConfiguration {

    @Bean
    RefundUpdates refundUpdates(KafkaSettings kafka, UpdatesSettings settings) {
        return new RefundUpdates(kafka, settings);
    }
}

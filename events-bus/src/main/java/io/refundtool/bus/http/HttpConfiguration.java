package io.refundtool.bus.http;

import io.refundtool.bus.config.BusSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers share. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    BytesInHand bytesInHand(BusSettings settings) {
        return new BytesInHand(settings.maxBytesInHand().toBytes());
    }

    @Bean
    PublishAnswers publishAnswers(BusSettings settings) {
        return new PublishAnswers(settings);
    }
}

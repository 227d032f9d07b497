package io.refundtool.refund.config;

import io.refundtool.refund.recovery.Replays;
import io.refundtool.refund.streams.RefundStreams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the running service can tell about its own state. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    Replays replays(RefundStreams streams) {
        return new Replays(streams);
    }
}

package io.refundtool.refund.config;

import io.refundtool.refund.query.Instances;
import io.refundtool.refund.query.PeerClient;
import io.refundtool.refund.recovery.AllReplayed;
import io.refundtool.refund.recovery.AllReplays;
import io.refundtool.refund.recovery.Replays;
import io.refundtool.refund.streams.RefundStreams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the running service can tell about its own state. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    Replays replays(RefundStreams streams) {
        return new Replays(streams);
    }

    @Bean
    AllReplays allReplays(Replays here, Instances instances, PeerClient peers, JsonMapper mapper) {
        return new AllReplays(here, instances, peers, answer -> mapper.readValue(answer, AllReplayed.class));
    }
}

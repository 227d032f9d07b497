package io.refundtool.refund.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.query.Instances;
import io.refundtool.refund.query.OrderRouting;
import io.refundtool.refund.query.PeerClient;
import io.refundtool.refund.query.PeerSettings;
import io.refundtool.refund.query.RefundQueries;
import io.refundtool.refund.streams.ArchiveSettings;
import io.refundtool.refund.streams.DeadlineSettings;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.StoreMetrics;
import io.refundtool.refund.streams.StreamsSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topology and its queries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    KafkaSettings.class,
    StreamsSettings.class,
    DeadlineSettings.class,
    ArchiveSettings.class,
    PeerSettings.class
})
class StreamsConfiguration {

    @Bean
    RefundStreams refundStreams(
            KafkaSettings kafka,
            StreamsSettings settings,
            DeadlineSettings deadlines,
            ArchiveSettings archive,
            MeterRegistry meters) {
        return new RefundStreams(kafka, settings, deadlines, archive, meters);
    }

    @Bean
    RefundQueries refundQueries(RefundStreams streams, PeerSettings peers) {
        return new RefundQueries(streams, peers);
    }

    @Bean
    Instances instances(RefundStreams streams) {
        return new Instances(streams);
    }

    @Bean(destroyMethod = "close")
    PeerClient peerClient(PeerSettings peers) {
        return new PeerClient(peers);
    }

    @Bean
    OrderRouting orderRouting(Instances instances, RefundQueries queries, PeerClient peers, PeerSettings settings) {
        return new OrderRouting(instances, queries, peers, settings);
    }

    @Bean
    StreamsHealth streamsHealth(RefundStreams streams) {
        return new StreamsHealth(streams);
    }

    @Bean(destroyMethod = "close")
    KafkaStreamsMetrics streamsMetrics(RefundStreams streams, MeterRegistry meters) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams.streams());
        metrics.bindTo(meters);
        StoreMetrics.bind(() -> streams.streams().metrics(), meters);
        return metrics;
    }
}

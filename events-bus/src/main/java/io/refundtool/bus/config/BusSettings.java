package io.refundtool.bus.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a producer of events waits for Kafka at most, and how much of them is held meanwhile.
 *
 * @param deliveryTimeout from sending an event until its acknowledgement; then the answer is 503 or 207. A partition that
 *     gets another leader, or a broker with a slow disk, takes some seconds: a shorter wait makes producers send again
 * @param maxBlock for the topic's partitions to be known, or room in the send buffer
 * @param retryAfter what a 503 or 207 asks the producer to wait
 * @param maxBytesInHand of the bodies of all requests together, at least 4 MB; a request beyond that is answered with
 *     503 unread. What is made of a body takes several times its bytes, so keep it below a tenth of the heap
 */
@ConfigurationProperties("refundtool.bus")
public record BusSettings(
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("2s") Duration maxBlock,
        @DefaultValue("2s") Duration retryAfter,
        @DefaultValue("48MB") DataSize maxBytesInHand) {}

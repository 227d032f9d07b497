package io.refundtool.refund.operators;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an operator waits for Kafka at most.
 *
 * @param deliveryTimeout from writing a decision until its acknowledgement; then the answer is 503
 * @param maxBlock for the topic's partitions to be known
 */
@ConfigurationProperties("refundtool.operators")
public record OperatorsSettings(
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("2s") Duration maxBlock) {}

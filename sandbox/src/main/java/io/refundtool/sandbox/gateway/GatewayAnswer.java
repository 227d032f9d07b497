package io.refundtool.sandbox.gateway;

import java.time.Duration;
import java.util.List;

/** What the events bus answered to a batch. */
sealed interface GatewayAnswer {

    /** All of it, or a part, is in the log. */
    record Written(List<ItemAnswer> items) implements GatewayAnswer {}

    /** None of it is in the log, because one event is invalid. */
    record Invalid(List<ItemAnswer> items) implements GatewayAnswer {}

    /** Kafka is away, or the bus itself is, or it asks to be slower. */
    record Away(Duration retryAfter) implements GatewayAnswer {}

    /** It will never take the batch as it is. */
    record Refused(int status, String body) implements GatewayAnswer {}
}

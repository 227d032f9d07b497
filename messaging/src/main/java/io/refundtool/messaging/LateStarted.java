package io.refundtool.messaging;

import org.springframework.context.SmartLifecycle;

/**
 * What a service runs that needs Kafka or PostgreSQL: {@link LateStart} starts it, in the order of phases, and Spring
 * stops it. A start that fails because one of them is away is repeated, so it must not leave anything behind.
 */
public interface LateStarted extends SmartLifecycle {

    /** Never by Spring: that would end the service while Kafka or PostgreSQL is away. */
    @Override
    default boolean isAutoStartup() {
        return false;
    }
}

package io.refundtool.fiscalization.kafka;

import io.refundtool.fiscalization.application.Phases;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.postgres.OutboxRelay;

/** Relays the outbox while the service runs; it starts first and stops last. */
public final class OutcomePublishing implements LateStarted {
    private final OutboxRelay relay;
    private volatile boolean running;

    public OutcomePublishing(OutboxRelay relay) {
        this.relay = relay;
    }

    public OutboxRelay relay() {
        return relay;
    }

    @Override
    public void start() {
        relay.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.RELAY;
    }
}

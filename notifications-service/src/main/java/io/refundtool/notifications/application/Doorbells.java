package io.refundtool.notifications.application;

import io.refundtool.events.common.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The doorbells of all channels, rung when a transaction that leaves them work commits. */
public final class Doorbells {
    private final Map<Channel, Doorbell> bells = new EnumMap<>(Channel.class);

    public Doorbells(List<Channel> channels, int sendersPerChannel) {
        channels.forEach(channel -> bells.put(channel, new Doorbell(sendersPerChannel)));
    }

    Doorbell of(Channel channel) {
        Doorbell bell = bells.get(channel);
        if (bell == null) {
            throw new IllegalArgumentException("Expected a channel in use, but got " + channel);
        }
        return bell;
    }

    /** Rings those channels' bells as soon as the current transaction is committed, and not if it rolls back. */
    void ringAtCommit(Set<Channel> channels) {
        if (!channels.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    channels.forEach(Doorbells.this::ring);
                }
            });
        }
    }

    private void ring(Channel channel) {
        @Nullable Doorbell bell = bells.get(channel);
        if (bell != null) {
            bell.ring();
        }
    }
}

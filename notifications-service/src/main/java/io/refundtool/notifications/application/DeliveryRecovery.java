package io.refundtool.notifications.application;

import io.refundtool.events.Envelope;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.LostDatabase;
import io.refundtool.notifications.persistence.DeliveryLog;
import org.springframework.transaction.support.TransactionOperations;

/** Brings a delivery log forward that is lost or comes from a backup, before anything is sent. */
public final class DeliveryRecovery {
    private final LostDatabase database;
    private final DeliveryLog log;
    private final TransactionOperations transactions;

    public DeliveryRecovery(LostDatabase database, DeliveryLog log, TransactionOperations transactions) {
        this.database = database;
        this.log = log;
        this.transactions = transactions;
    }

    /** Looks whether the database is behind; if so, enters what the service has told already. */
    public void run() {
        database.recover(own -> transactions.executeWithoutResult(
                _ -> log.settle(own.stream().map(DeliveryRecovery::told).toList())));
    }

    private static Envelope<NotificationsUpdate> told(ReceivedEvent received) {
        Envelope<?> own = received.envelope();
        return new Envelope<>(own.id(), own.source(), own.time(), own.traceparent(), (NotificationsUpdate) own.event());
    }
}

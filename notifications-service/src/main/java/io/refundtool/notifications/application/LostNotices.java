package io.refundtool.notifications.application;

import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.LostReading;
import io.refundtool.notifications.persistence.NewDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announcements that a database had read which is lost. How most of them ended the service's own topic tells; of the
 * others nobody knows whether the message went out.
 */
public final class LostNotices {
    private static final Logger LOG = LoggerFactory.getLogger(LostNotices.class);

    private final LostReading lost;
    private final Duration giveUpAfter;
    private final Clock clock;

    /**
     * Of a service that gives deliveries up.
     *
     * @param giveUpAfter the age at which the lost database had surely given a delivery up, or sent it
     */
    public LostNotices(LostReading lost, Duration giveUpAfter, Clock clock) {
        this.lost = lost;
        this.giveUpAfter = giveUpAfter;
        this.clock = clock;
    }

    /** The ids of those events that were read before. */
    Set<String> idsIn(List<ReceivedEvent> batch) {
        return batch.stream()
                .filter(lost::has)
                .map(received -> received.envelope().id())
                .collect(Collectors.toSet());
    }

    /** Why the message is not sent: a late one does more harm than none. */
    Optional<String> whyNotSent(ReceivedEvent received) {
        Instant announcedAt = received.envelope().time();
        return lost.has(received) && announcedAt.plus(giveUpAfter).isBefore(clock.instant())
                ? Optional.of(
                        "Expected to know whether the customer was told, but the log was lost, and the announcement"
                                + " is older than " + giveUpAfter)
                : Optional.empty();
    }

    /** The end of this delivery is not known. */
    void warn(NewDelivery delivery) {
        if (delivery.recipient() != null) {
            LOG.warn(
                    "Delivery of {} may have been sent before the database was lost; it is sent, with the same id",
                    delivery.key());
        }
    }
}

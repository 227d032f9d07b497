package io.refundtool.notifications.application;

import io.refundtool.events.common.Channel;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.notifications.domain.ChannelOrder;
import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Recipient;
import io.refundtool.notifications.kafka.Announcements;
import io.refundtool.notifications.persistence.DeliveryLog;
import io.refundtool.notifications.persistence.NewDelivery;
import io.refundtool.notifications.persistence.SettledDeliveries;
import io.refundtool.notifications.persistence.SettledDelivery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts what is to be told, inside the transaction of the inbox: the delivery is in the log or the event comes again.
 * A customer whom no channel reaches is reported in the same transaction, and so is what became of a status that is
 * announced again under another event id: whoever announces again waits for an answer.
 */
public final class IncomingNotices implements Consumer<List<ReceivedEvent>> {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingNotices.class);

    private final ChannelOrder order;
    private final DeliveryLog log;
    private final SettledDeliveries settled;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Doorbells bells;
    private final LostNotices lost;

    public IncomingNotices(
            ChannelOrder order,
            DeliveryLog log,
            SettledDeliveries settled,
            Outbox outbox,
            Announcements announcements,
            Doorbells bells,
            LostNotices lost) {
        this.order = order;
        this.log = log;
        this.settled = settled;
        this.outbox = outbox;
        this.announcements = announcements;
        this.bells = bells;
        this.lost = lost;
    }

    @Override
    public void accept(List<ReceivedEvent> batch) {
        List<NewDelivery> wanted = batch.stream().flatMap(this::delivery).toList();
        List<NewDelivery> fresh = log.enter(wanted);
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (NewDelivery delivery : fresh) {
            try (EventLogContext _ = EventLogContext.of(delivery.cause())) {
                accepted(delivery, channels);
            }
        }
        bells.ringAtCommit(channels);
        Set<String> readBefore = lost.idsIn(batch);
        fresh.stream().filter(it -> readBefore.contains(it.cause().id())).forEach(lost::warn);
        Map<Boolean, List<NewDelivery>> repeated = repeated(wanted, fresh).stream()
                .collect(Collectors.partitioningBy(
                        it -> readBefore.contains(it.cause().id())));
        log.complete(repeated.getOrDefault(true, List.of()));
        answerAgain(repeated.getOrDefault(false, List.of()));
    }

    private static List<NewDelivery> repeated(List<NewDelivery> wanted, List<NewDelivery> fresh) {
        Set<String> freshIds = fresh.stream().map(it -> it.cause().id()).collect(Collectors.toSet());
        return wanted.stream().filter(it -> !freshIds.contains(it.cause().id())).toList();
    }

    private void answerAgain(List<NewDelivery> repeated) {
        Map<DeliveryKey, SettledDelivery> ends =
                settled.find(repeated.stream().map(NewDelivery::key).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(SettledDelivery::key, Function.identity()));
        for (NewDelivery it : repeated) {
            SettledDelivery end = ends.get(it.key());
            try (EventLogContext _ = EventLogContext.of(it.cause())) {
                if (end != null) {
                    outbox.add(announcements.again(end, it.cause()));
                }
                LOG.debug(
                        "Delivery of {} announced again, {}", it.key(), end == null ? "still waits" : "answered again");
            }
        }
    }

    private Stream<NewDelivery> delivery(ReceivedEvent received) {
        if (!(received.envelope().event() instanceof RefundUpdate update)) {
            return Stream.empty();
        }
        return Notice.of(update).stream().map(notice -> delivery(notice, received));
    }

    private NewDelivery delivery(Notice notice, ReceivedEvent received) {
        Optional<String> tooOld = lost.whyNotSent(received);
        if (tooOld.isPresent()) {
            return new NewDelivery(notice.key(), received.envelope(), null, tooOld.get());
        }
        Recipient recipient = order.first(notice.customer()).orElse(null);
        String reason = recipient == null
                ? "Expected an address of the customer for one of %s, but there is none".formatted(order.channels())
                : null;
        return new NewDelivery(notice.key(), received.envelope(), recipient, reason);
    }

    private void accepted(NewDelivery delivery, Set<Channel> channels) {
        Recipient recipient = delivery.recipient();
        if (recipient != null) {
            channels.add(recipient.channel());
            LOG.debug("Delivery of {} accepted for {}", delivery.key(), recipient.channel());
        } else {
            outbox.add(announcements.unreachable(delivery));
            LOG.debug("Delivery of {} given up: {}", delivery.key(), delivery.reason());
        }
    }
}

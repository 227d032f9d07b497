package io.refundtool.notifications.application;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Channel;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Outcome;
import io.refundtool.notifications.kafka.Announcements;
import io.refundtool.notifications.persistence.AnsweredDelivery;
import io.refundtool.notifications.persistence.ClaimedDelivery;
import io.refundtool.notifications.persistence.DeliveryAnswers;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Records answers together with the events that tell of them, in one transaction. */
public final class AnswerRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerRecorder.class);

    private final TransactionTemplate transaction;
    private final DeliveryAnswers answers;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Doorbells bells;
    private final DeliveryMeters meters;

    public AnswerRecorder(
            TransactionTemplate transaction,
            DeliveryAnswers answers,
            Outbox outbox,
            Announcements announcements,
            Doorbells bells,
            DeliveryMeters meters) {
        this.transaction = transaction;
        this.answers = answers;
        this.outbox = outbox;
        this.announcements = announcements;
        this.bells = bells;
        this.meters = meters;
    }

    /** Records all or, when it throws, none. */
    public void record(List<AnsweredDelivery> answered) {
        if (answered.isEmpty()) {
            return;
        }
        List<AnsweredDelivery> changed =
                Objects.requireNonNull(transaction.execute(status -> enter(answered)), "enter returns a list");
        changed.forEach(AnswerRecorder::log);
        meters.count(changed);
        if (changed.size() < answered.size()) {
            LOG.warn(
                    "{} of {} answers came after their claim had lapsed; a longer lease is needed",
                    answered.size() - changed.size(),
                    answered.size());
        }
    }

    private List<AnsweredDelivery> enter(List<AnsweredDelivery> answered) {
        List<AnsweredDelivery> changed = answers.enter(answered);
        outbox.addAll(changed.stream()
                .map(this::announcement)
                .flatMap(Optional::stream)
                .toList());
        Set<Channel> next = EnumSet.noneOf(Channel.class);
        changed.forEach(it -> {
            if (it.outcome() instanceof Outcome.MoveOn on) {
                next.add(on.recipient().channel());
            }
        });
        bells.ringAtCommit(next);
        return changed;
    }

    private Optional<Envelope<NotificationsUpdate>> announcement(AnsweredDelivery it) {
        ClaimedDelivery delivery = it.delivery();
        Notice notice = delivery.notice();
        return switch (it.outcome()) {
            case Outcome.Told told ->
                Optional.of(announcements.told(
                        notice.key(),
                        notice.country(),
                        delivery.channel(),
                        told.messageId(),
                        it.at(),
                        delivery.traceparent()));
            case Outcome.GivenUp up ->
                Optional.of(announcements.failed(
                        notice.key(), notice.country(), up.reason(), it.at(), delivery.traceparent()));
            case Outcome.TryAgain again -> Optional.empty();
            case Outcome.MoveOn on -> Optional.empty();
        };
    }

    private static void log(AnsweredDelivery it) {
        try (DeliveryLogContext _ = DeliveryLogContext.of(it.delivery())) {
            switch (it.outcome()) {
                case Outcome.Told told ->
                    LOG.debug("Customer told by {} at attempt {}", it.delivery().channel(), it.attempts());
                case Outcome.TryAgain again ->
                    LOG.debug("Attempt {} postponed, next in {}", it.attempts(), again.pause());
                case Outcome.MoveOn on ->
                    LOG.debug(
                            "{} failed, next is {}",
                            it.delivery().channel(),
                            on.recipient().channel());
                case Outcome.GivenUp up -> LOG.warn("Customer could not be told: {}", up.reason());
            }
        }
    }
}

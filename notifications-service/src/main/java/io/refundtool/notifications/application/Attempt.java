package io.refundtool.notifications.application;

import io.refundtool.notifications.channel.OutgoingMessage;
import io.refundtool.notifications.channel.ProviderAwayException;
import io.refundtool.notifications.channel.ProviderLine;
import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.DeliveryDecider;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Outcome;
import io.refundtool.notifications.domain.Recipient;
import io.refundtool.notifications.persistence.AnsweredDelivery;
import io.refundtool.notifications.persistence.ClaimedDelivery;
import io.refundtool.notifications.template.MessageTemplates;
import io.refundtool.notifications.template.RenderedMessage;
import io.refundtool.notifications.template.TemplateFailedException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one delivery: writes the message, hands it over, decides on the answer. */
public final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final MessageTemplates templates;
    private final DeliveryDecider decider;
    private final Clock clock;

    public Attempt(MessageTemplates templates, DeliveryDecider decider, Clock clock) {
        this.templates = templates;
        this.decider = decider;
        this.clock = clock;
    }

    /** Makes the attempt; throws when it was none, because the provider is away. */
    AnsweredDelivery make(ClaimedDelivery delivery, ProviderLine line) throws ProviderAwayException {
        if (delivery.abandoned()) {
            LOG.warn(
                    "Delivery of {} was being sent when its sender ended; the customer may get it twice, with the same id",
                    delivery.notice().key());
        }
        Optional<RenderedMessage> message = written(delivery.notice());
        Answer answer =
                message.isPresent() ? send(delivery, message.get(), line) : new Answer.Postponed("The template failed");
        return answered(delivery, answer, message);
    }

    /** Decides on a delivery that grew too old without an answer. */
    AnsweredDelivery tooOld(ClaimedDelivery delivery) {
        Outcome outcome = decider.tooOld(delivery.channel(), delivery.attempts());
        return new AnsweredDelivery(delivery, delivery.attempts(), null, outcome, null, clock.instant());
    }

    private AnsweredDelivery answered(ClaimedDelivery delivery, Answer answer, Optional<RenderedMessage> message) {
        int attempts = delivery.attempts() + 1;
        Outcome outcome = decider.decide(
                delivery.channel(), attempts, delivery.age(), delivery.notice().customer(), answer);
        String language = message.map(RenderedMessage::language).orElse(null);
        return new AnsweredDelivery(delivery, attempts, answer, outcome, language, clock.instant());
    }

    private static Answer send(ClaimedDelivery delivery, RenderedMessage message, ProviderLine line)
            throws ProviderAwayException {
        Notice notice = delivery.notice();
        Optional<Recipient> recipient = Recipient.of(delivery.channel(), notice.customer());
        if (recipient.isEmpty()) {
            throw new IllegalStateException(
                    "Expected an address for " + delivery.channel() + " of " + notice.key() + ", but there is none");
        }
        return line.send(new OutgoingMessage(notice.key(), recipient.get(), message));
    }

    private Optional<RenderedMessage> written(Notice notice) {
        try {
            return Optional.of(templates.render(notice));
        } catch (TemplateFailedException e) {
            LOG.error("No message could be written for {}; it is tried again later", notice.key(), e);
            return Optional.empty();
        }
    }
}

package io.refundtool.notifications.domain;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Customer;
import java.time.Duration;
import java.util.Optional;

/** Decides what an answer means for a delivery. */
public record DeliveryDecider(RetryPolicy retries, ChannelOrder order) {

    /**
     * Decides after an attempt.
     *
     * @param attempts made on that channel, the answered one included
     * @param age since the delivery was accepted
     */
    public Outcome decide(Channel channel, int attempts, Duration age, Customer customer, Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> new Outcome.Told(taken.messageId());
            case Answer.Refused refused -> elsewhere(channel, customer, refused(channel, refused.text()));
            case Answer.Postponed postponed -> again(channel, attempts, age, customer, postponed);
        };
    }

    /** Decides on a delivery that got too old while no attempt could be made. */
    public Outcome tooOld(Channel channel, int attempts) {
        return new Outcome.GivenUp(
                "Expected to reach the customer by %s within %s, but after %d attempts it was not done"
                        .formatted(channel.wire(), retries.giveUpAfter(), attempts));
    }

    private Outcome again(Channel channel, int attempts, Duration age, Customer customer, Answer.Postponed answer) {
        if (attempts >= retries.maxAttempts()) {
            return elsewhere(channel, customer, exhausted(channel, attempts, answer.text()));
        }
        Duration pause = retries.pauseAfter(attempts);
        return age.plus(pause).compareTo(retries.giveUpAfter()) > 0
                ? elsewhere(channel, customer, exhausted(channel, attempts, answer.text()))
                : new Outcome.TryAgain(pause);
    }

    private Outcome elsewhere(Channel failed, Customer customer, String reason) {
        Optional<Recipient> next = order.after(failed, customer);
        return next.isPresent() ? new Outcome.MoveOn(next.get()) : new Outcome.GivenUp(reason);
    }

    private static String refused(Channel channel, String text) {
        return "Expected to reach the customer by %s, but it was refused: %s".formatted(channel.wire(), text);
    }

    private static String exhausted(Channel channel, int attempts, String text) {
        return "Expected to reach the customer by %s, but the last of %d attempts was answered: %s"
                .formatted(channel.wire(), attempts, text);
    }
}

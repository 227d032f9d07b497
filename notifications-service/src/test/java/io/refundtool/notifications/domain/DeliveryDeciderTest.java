package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Customer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryDeciderTest {
    private static final RetryPolicy RETRIES =
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofHours(1));
    private static final Customer BOTH = new Customer(null, null, "ann@example.com", "+4915112345678");
    private static final Customer EMAIL_ONLY = new Customer(null, null, "ann@example.com", null);
    private static final Answer POSTPONED = new Answer.Postponed("451 later");
    private static final Answer REFUSED = new Answer.Refused("550 unknown");

    private final DeliveryDecider decider =
            new DeliveryDecider(RETRIES, new ChannelOrder(List.of(Channel.EMAIL, Channel.SMS)));

    @Test
    void shouldEndWithTheMessageIdWhenTaken() {
        // when
        Outcome outcome = decide(1, Duration.ZERO, BOTH, new Answer.Taken("<id@x>", "250 ok"));

        // then
        assertThat(outcome).isEqualTo(new Outcome.Told("<id@x>"));
    }

    @Test
    void shouldTryAgainWithDoubledPauses() {
        assertThat(decide(1, Duration.ZERO, BOTH, POSTPONED)).isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(1)));
        assertThat(decide(2, Duration.ZERO, BOTH, POSTPONED)).isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(2)));
    }

    @Test
    void shouldMoveToTheNextChannelAfterTheLastAttempt() {
        // when
        Outcome outcome = decide(3, Duration.ZERO, BOTH, POSTPONED);

        // then
        assertThat(outcome).isEqualTo(new Outcome.MoveOn(new Recipient(Channel.SMS, "+4915112345678")));
    }

    @Test
    void shouldGiveUpWithTheLastAnswerWhenNoChannelIsLeft() {
        // when
        Outcome outcome = decide(3, Duration.ZERO, EMAIL_ONLY, POSTPONED);

        // then
        assertThat(outcome)
                .isEqualTo(new Outcome.GivenUp("Expected to reach the customer by email, but the last of 3 attempts"
                        + " was answered: 451 later"));
    }

    @Test
    void shouldNotTryAgainWhatIsRefusedForEver() {
        assertThat(decide(1, Duration.ZERO, BOTH, REFUSED)).isInstanceOf(Outcome.MoveOn.class);
        assertThat(decide(1, Duration.ZERO, EMAIL_ONLY, REFUSED))
                .isEqualTo(new Outcome.GivenUp(
                        "Expected to reach the customer by email, but it was refused: 550 unknown"));
    }

    @Test
    void shouldNotPlanAnAttemptBeyondTheLastMoment() {
        // when
        Outcome outcome = decide(1, Duration.ofHours(1), EMAIL_ONLY, POSTPONED);

        // then
        assertThat(outcome).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void shouldNameChannelAndAgeOfWhatIsTooOld() {
        assertThat(decider.tooOld(Channel.EMAIL, 2))
                .isEqualTo(new Outcome.GivenUp(
                        "Expected to reach the customer by email within PT1H, but after 2 attempts it was not done"));
    }

    private Outcome decide(int attempts, Duration age, Customer customer, Answer answer) {
        return decider.decide(Channel.EMAIL, attempts, age, customer, answer);
    }
}

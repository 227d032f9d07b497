package io.refundtool.refund.updates;

import static io.refundtool.refund.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.refund.domain.RefundEvents;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SubscriptionTest {

    private static final UpdateFilter ALL = new UpdateFilter(Set.of(), null, null);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    @Timeout(60)
    void shouldTellWhatWaitsAndThenThatTheListenerIsTooSlow() throws InterruptedException {
        // given
        Subscription subscription = new Subscription(ALL, 2);

        // when
        for (int offset = 0; offset < 4; offset++) {
            subscription.tell(told(offset, "{}"));
        }

        // then
        assertThat(subscription.next(LONG)).map(Told::offset).hasValue(0L);
        assertThat(subscription.next(LONG)).map(Told::offset).hasValue(1L);
        assertThat(subscription.next(LONG)).isEmpty();
        assertThat(subscription.ending()).hasValue(Ending.TOO_SLOW);
    }

    @Test
    void shouldNotLetTooMuchWaitEvenIfItIsFew() {
        Subscription subscription = new Subscription(ALL, 1000);
        String large = "x".repeat(6 * 1024 * 1024);
        subscription.tell(told(0, large));
        subscription.tell(told(1, large));
        assertThat(subscription.ending()).isEmpty();
        subscription.tell(told(2, large));
        assertThat(subscription.ending()).hasValue(Ending.TOO_SLOW);
    }

    @Test
    @Timeout(60)
    void shouldWakeAListenerThatWaitsWhenItEnds() throws ExecutionException, InterruptedException {
        // given
        Subscription subscription = new Subscription(ALL, 2);
        FutureTask<Optional<Told>> next = new FutureTask<>(() -> subscription.next(LONG));
        Thread listener = Thread.ofVirtual().start(next);
        await().until(() -> listener.getState() == Thread.State.TIMED_WAITING);

        // when
        subscription.end(Ending.STOPPING);

        // then
        assertThat(next.get()).isEmpty();
        assertThat(subscription.ending()).hasValue(Ending.STOPPING);
    }

    private static Told told(long offset, String json) {
        RefundSnapshot snapshot = snapshot(RefundStatus.APPROVED);
        Cause cause = new Cause("cause", "bob.refund-requested.v1", RefundEvents.NOON);
        return new Told(0, offset, new Approved("O-1", "R-1", Country.DE, snapshot, null, cause, 1), json);
    }
}

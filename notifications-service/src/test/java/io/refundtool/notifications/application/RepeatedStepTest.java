package io.refundtool.notifications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RepeatedStepTest {
    private final StopSignal stop = new StopSignal();
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void shouldGoOnWhenTheDatabaseIsBack() {
        // given
        RepeatedStep repeated = new RepeatedStep("test", this::failTwice, stop);

        // when
        repeated.start();

        // then
        await().until(() -> steps.get() > 3);
        assertThat(repeated.failure()).isEmpty();
        end(repeated);
    }

    @Test
    void shouldEndAtABugAndShowIt() {
        // given
        IllegalStateException bug = new IllegalStateException("a bug");
        RepeatedStep repeated = new RepeatedStep(
                "test",
                () -> {
                    steps.incrementAndGet();
                    throw bug;
                },
                stop);

        // when
        repeated.start();

        // then
        await().untilAsserted(() -> assertThat(repeated.failure()).contains(bug));
        assertThat(steps).hasValue(1);
        end(repeated);
    }

    @Test
    void shouldRememberARingWhileNobodyWaits() throws InterruptedException {
        // given
        Doorbell bell = new Doorbell(2);

        // when
        for (int i = 0; i < 5; i++) {
            bell.ring();
        }

        // then
        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    private void failTwice() throws InterruptedException {
        if (steps.incrementAndGet() < 3) {
            throw new DataAccessResourceFailureException("away");
        }
        stop.await(Duration.ofMillis(1));
    }

    private void end(RepeatedStep repeated) {
        stop.give();
        repeated.close();
    }
}

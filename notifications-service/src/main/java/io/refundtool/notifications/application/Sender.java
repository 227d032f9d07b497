package io.refundtool.notifications.application;

import io.refundtool.messaging.Backoff;
import io.refundtool.notifications.channel.ProviderAwayException;
import io.refundtool.notifications.channel.ProviderLine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread's sending over one line: works as long as there is work, then sleeps until the doorbell rings. While the
 * provider is away it claims nothing and dials again with backoff, however long that takes.
 */
final class Sender {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** A line without work for so long hangs up, before the other side does. */
    private static final Duration HANG_UP_AFTER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final SendingRound round;
    private final ProviderLine line;
    private final Doorbell bell;
    private final Duration poll;
    private final StopSignal stop;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private long idleSinceNanos = System.nanoTime();

    Sender(SendingRound round, ProviderLine line, Doorbell bell, Duration poll, StopSignal stop) {
        this.round = round;
        this.line = line;
        this.bell = bell;
        this.poll = poll;
        this.stop = stop;
    }

    /** One round, and the pause after it. */
    void step() throws InterruptedException {
        try {
            if (backoff.isFailing()) {
                line.dial();
                backoff.succeeded();
                LOG.info("The provider is back");
            }
            if (round.run(line, bell::ring)) {
                idleSinceNanos = System.nanoTime();
            } else {
                rest();
            }
        } catch (ProviderAwayException e) {
            away(e);
        }
    }

    private void rest() throws InterruptedException {
        if (System.nanoTime() - idleSinceNanos > HANG_UP_AFTER.toNanos()) {
            line.close();
        }
        bell.await(poll);
    }

    private void away(ProviderAwayException e) throws InterruptedException {
        if (!backoff.isFailing()) {
            LOG.warn("Deliveries wait, since the provider is away: {}", e.getMessage());
        }
        backoff.failed();
        stop.await(backoff.remaining());
    }
}

package io.refundtool.refund.updates;

import io.refundtool.messaging.KafkaSettings;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;

/**
 * Lets listeners in, as many as the settings allow, and sends them away when the service stops: before the web server waits
 * for requests to end, since theirs would not.
 */
public final class RefundUpdates implements SmartLifecycle {

    /** Listeners that read what they missed have a reader each; so many do at once, the others wait for them. */
    private static final int MAX_CATCHING_UP = 4;

    private final KafkaSettings kafka;
    private final UpdatesSettings settings;
    private final UpdateFeed feed;
    private final Semaphore seats;
    private final Semaphore catchingUp = new Semaphore(MAX_CATCHING_UP);
    private volatile boolean running;

    public RefundUpdates(KafkaSettings kafka, UpdatesSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
        this.feed = new UpdateFeed(kafka);
        this.seats = new Semaphore(settings.maxSubscribers());
    }

    /**
     * A seat for a listener; it is free again when {@link Listening#run} returns.
     *
     * @param after the last id that the listener got; empty for what comes from now on
     */
    public Listening listen(UpdateFilter filter, Optional<Positions> after) throws TooManyListenersException {
        if (!seats.tryAcquire()) {
            throw new TooManyListenersException(settings.maxSubscribers());
        }
        return new Listening(this, filter, after);
    }

    void leave() {
        seats.release();
    }

    KafkaSettings kafka() {
        return kafka;
    }

    UpdatesSettings settings() {
        return settings;
    }

    UpdateFeed feed() {
        return feed;
    }

    Semaphore catchingUp() {
        return catchingUp;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        feed.endAll(Ending.STOPPING);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

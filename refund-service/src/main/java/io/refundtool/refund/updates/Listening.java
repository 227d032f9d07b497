package io.refundtool.refund.updates;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One listener: first what it missed, then what happens, each update once and those of a refund in their order. */
public final class Listening {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BEGIN_LIMIT = Duration.ofSeconds(30);

    private final RefundUpdates updates;
    private final UpdateFilter filter;
    private final Optional<Positions> after;

    Listening(RefundUpdates updates, UpdateFilter filter, Optional<Positions> after) {
        this.updates = updates;
        this.filter = filter;
        this.after = after;
    }

    /** Tells the listener all there is, until it goes away or is sent away. */
    public void run(UpdateStream out) throws ListenerGoneException, InterruptedException {
        Subscription subscription = new Subscription(filter, updates.settings().queue());
        try {
            // What is old is read before it subscribes, so that little has to wait for it meanwhile.
            Optional<Positions> caughtUp = after.isEmpty() ? after : Optional.of(catchUp(out, after.get(), null));
            if (!updates.isRunning()) {
                out.end(Optional.of(Ending.STOPPING));
                return;
            }
            updates.feed().add(subscription);
            Positions begin = begin(subscription);
            Positions first = caughtUp.isEmpty() ? begin : catchUp(out, caughtUp.get(), begin);
            out.quiet(first);
            live(out, subscription, first);
        } catch (ExecutionException | TimeoutException e) {
            out.end(subscription.ending().or(() -> Optional.of(Ending.FAILED)));
        } finally {
            updates.feed().remove(subscription);
            updates.leave();
        }
    }

    private static Positions begin(Subscription subscription)
            throws InterruptedException, ExecutionException, TimeoutException {
        return subscription.begin().get(BEGIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells what lies between two positions; up to the end of the topic where no end is given. */
    private Positions catchUp(UpdateStream out, Positions from, @Nullable Positions to)
            throws ListenerGoneException, InterruptedException {
        if (to != null && from.hasReached(to)) {
            return from;
        }
        updates.catchingUp().acquire();
        try (UpdateLog log = UpdateLog.from(updates.kafka(), from)) {
            if (!from.hasReached(log.begin())) {
                out.gap();
            }
            Positions end = to == null ? log.end() : to;
            Positions told = log.position();
            while (!told.hasReached(end) && updates.isRunning()) {
                for (Told update : log.poll(POLL)) {
                    told = told.after(update);
                    tell(out, update, told);
                }
                told = log.position();
            }
            return told;
        } finally {
            updates.catchingUp().release();
        }
    }

    private void tell(UpdateStream out, Told update, Positions id) throws ListenerGoneException {
        if (filter.wants(update.update())) {
            out.update(id, update.json());
        }
    }

    private void live(UpdateStream out, Subscription subscription, Positions first)
            throws ListenerGoneException, InterruptedException {
        Positions told = first;
        while (true) {
            // Read before the queue: what it covers is in the queue then, or was not wanted.
            Positions read = updates.feed().position();
            Optional<Told> next = subscription.next(updates.settings().heartbeat());
            if (next.isPresent()) {
                if (told.isBefore(next.get())) {
                    told = told.after(next.get());
                    out.update(told, next.get().json());
                }
            } else if (subscription.ending().isPresent()) {
                out.end(subscription.ending());
                return;
            } else {
                told = read == null ? told : told.latest(read);
                out.quiet(told);
            }
        }
    }
}

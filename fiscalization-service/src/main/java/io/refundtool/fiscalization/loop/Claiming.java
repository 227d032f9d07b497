package io.refundtool.fiscalization.loop;

import io.refundtool.messaging.Backoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Claims work from the database, patiently: while that is away there is nothing to do, after a growing pause. */
public final class Claiming {
    private static final Logger LOG = LoggerFactory.getLogger(Claiming.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final String what;
    private final Duration nap;
    private final Backoff backoff;

    /**
     * Claims.
     *
     * @param what is claimed, for the log
     * @param nap the pause while the database is there and has no work
     */
    public Claiming(String what, Duration nap) {
        this.what = what;
        this.nap = nap;
        this.backoff = new Backoff(nap, LONGEST_BACKOFF);
    }

    /** What is claimed, or {@code nothing} while the database is away. */
    public <T> T claim(Supplier<T> claim, T nothing) {
        try {
            T claimed = claim.get();
            backoff.succeeded();
            return claimed;
        } catch (DataAccessException | TransactionException away) {
            if (!backoff.isFailing()) {
                LOG.warn("{} cannot be claimed: {}", what, away.getClass().getSimpleName());
            }
            backoff.failed();
            return nothing;
        }
    }

    /** How long to pause now unless there is a signal. */
    public Duration pause() {
        return backoff.isFailing() ? backoff.remaining() : nap;
    }
}

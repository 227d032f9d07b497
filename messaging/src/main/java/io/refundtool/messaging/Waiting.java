package io.refundtool.messaging;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start waits for, when it is tried again, and what the log says of it. One thread at a time waits. */
final class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(LateStart.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration WARN_EVERY = Duration.ofMinutes(1);

    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private long warnedNanos;
    private volatile @Nullable Away waitsFor;

    Optional<Away> waitsFor() {
        return Optional.ofNullable(waitsFor);
    }

    /** The time until the next attempt. */
    Duration pause() {
        return backoff.remaining();
    }

    /** An attempt has failed. */
    void goesOn(Away away, RuntimeException failure) {
        if (waitsFor != away) {
            ends();
        }
        boolean begins = waitsFor == null;
        waitsFor = away;
        backoff.failed();
        if (begins || System.nanoTime() - warnedNanos >= WARN_EVERY.toNanos()) {
            warnedNanos = System.nanoTime();
            LOG.warn("{} is away: what needs it is started when it is there. {}", away, reason(away, failure));
        }
    }

    /** An attempt has succeeded. */
    void ends() {
        Away wasAway = waitsFor;
        if (wasAway != null) {
            LOG.info("{} is there: the start goes on.", wasAway);
            waitsFor = null;
            backoff.succeeded();
        }
    }

    /** What PostgreSQL's driver says of an address is many lines long. */
    private static @Nullable String reason(Away away, RuntimeException failure) {
        return away == Away.POSTGRESQL ? "SQLSTATE " + DatabaseFailure.sqlState(failure) : failure.getMessage();
    }
}

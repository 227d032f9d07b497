package io.refundtool.refund.streams;

import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.domain.Waits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refund, and when what it waits for is due. The refund follows from the log alone; due times follow from the clock of
 * whoever read the log, and are kept beside it.
 *
 * @param dues one for each of the refund's waits
 * @param alarm where the refund stands in the {@link DeadlineStore}; null if it does not
 */
public record WatchedRefund(
        Refund refund, List<Due> dues, @Nullable Instant alarm) {

    public WatchedRefund {
        dues = List.copyOf(dues);
    }

    /** A refund of which nothing is watched yet. */
    static WatchedRefund unwatched(Refund refund) {
        return new WatchedRefund(refund, List.of(), null);
    }

    /** The refund as it is now: known waits stay due when they were, new ones are due after their pace. */
    WatchedRefund next(Refund next, DeadlinePolicy policy, Instant now, @Nullable String traceparent) {
        List<Due> nextDues = new ArrayList<>();
        for (Wait wait : Waits.of(next)) {
            nextDues.add(due(wait).orElseGet(() -> {
                Pace pace = policy.pace(next.asked().country(), wait.awaited());
                return new Due(wait, now.plus(pace.duration(wait.attempt())), false, traceparent);
            }));
        }
        return new WatchedRefund(next, nextDues, alarm);
    }

    /** Those waits whose time is over, and which nobody told yet. */
    List<Due> over(Instant now) {
        return dues.stream().filter(due -> due.isOver(now)).toList();
    }

    WatchedRefund withFired(Instant now) {
        List<Due> nextDues =
                dues.stream().map(due -> due.isOver(now) ? due.asFired() : due).toList();
        return new WatchedRefund(refund, nextDues, alarm);
    }

    WatchedRefund withAlarm(@Nullable Instant next) {
        return new WatchedRefund(refund, dues, next);
    }

    /** When the first deadline passes that was not told yet. */
    Optional<Instant> first() {
        return dues.stream().filter(due -> !due.fired()).map(Due::at).min(Comparator.naturalOrder());
    }

    private Optional<Due> due(Wait wait) {
        return dues.stream().filter(due -> due.what().equals(wait)).findFirst();
    }
}

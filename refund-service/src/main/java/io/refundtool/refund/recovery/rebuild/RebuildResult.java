package io.refundtool.refund.recovery.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a rebuild found.
 *
 * @param decided records of the source topics that were decided
 * @param same outputs that stand in their topic as they follow
 * @param findings how many of each kind, by name
 * @param first the first findings of each kind
 * @param older published ones older than anything the source topics have
 * @param forgotten outputs that follow and are older than anything their topic has
 * @param written entries written to changelogs
 * @param published how many missing ones were published
 */
public record RebuildResult(
        long decided,
        long same,
        Map<String, Long> findings,
        List<String> first,
        long older,
        long forgotten,
        long written,
        long published,
        Duration took) {

    /** Whether nothing is missing that was not published, and nothing differs. */
    public boolean equal() {
        return findings.values().stream().mapToLong(Long::longValue).sum() == published;
    }

    public double eventsPerSecond() {
        return decided / Math.max(took.toMillis() / 1_000.0, 0.001);
    }
}

package io.refundtool.reliability.round;

import java.nio.file.Path;

/**
 * Which rounds, and how.
 *
 * @param first the number of the first one
 * @param rounds how many
 * @param roundsPerStart how many one system lives through before the next one is started from nothing
 * @param perSecond refunds asked for
 * @param directory where systems keep their data and logs
 * @param data where the export of a real shop is; without it the built-in catalogue is used
 */
public record RoundOptions(
        long seed,
        int first,
        int rounds,
        int faultsPerRound,
        int roundsPerStart,
        double perSecond,
        Path directory,
        Path data) {

    /** How to run one round again. */
    String command(int round) {
        return ("./mvnw -q -pl reliability compile exec:exec -Drounds=1 -Dseed=%d"
                        + " -Dreliability.args=\"--from %d --faults-per-round %d --rate %s\"")
                .formatted(seed, round, faultsPerRound, perSecond);
    }
}

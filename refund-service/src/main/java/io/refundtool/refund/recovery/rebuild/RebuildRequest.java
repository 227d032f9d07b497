package io.refundtool.refund.recovery.rebuild;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a rebuild is to do.
 *
 * @param from the application whose outputs are compared, up to where it stands
 * @param as the new application whose stores are written; empty to compare alone
 * @param followOldOrder whether events are decided in the order of the old application's sequence, where it is there
 * @param repair whether to publish what is missing, and was not overtaken
 * @param repairOvertaken whether to publish that too
 * @param report where every finding is written
 * @param threads how many partitions are read at a time
 * @param maxEventsInMemory how many events a thread may hold; a partition with more is read in slices
 */
public record RebuildRequest(
        String from,
        Optional<String> as,
        boolean followOldOrder,
        boolean repair,
        boolean repairOvertaken,
        Path report,
        int threads,
        long maxEventsInMemory) {}

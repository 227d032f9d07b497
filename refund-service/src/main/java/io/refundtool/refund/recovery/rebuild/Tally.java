package io.refundtool.refund.recovery.rebuild;

import java.util.concurrent.atomic.LongAdder;

/** What is counted while a rebuild runs. */
final class Tally {

    /** Records read, and those passed over that are another slice's. */
    final LongAdder read = new LongAdder();

    /** Records decided. */
    final LongAdder decided = new LongAdder();

    /** Outputs that are in their topic as they follow. */
    final LongAdder same = new LongAdder();

    /** Published ones that are older than anything the source topics still have. */
    final LongAdder older = new LongAdder();

    /** Outputs that follow, and whose topic has forgotten what is as old. */
    final LongAdder forgotten = new LongAdder();

    /** Entries written to changelogs. */
    final LongAdder written = new LongAdder();

    /** Missing outputs that were published. */
    final LongAdder published = new LongAdder();
}

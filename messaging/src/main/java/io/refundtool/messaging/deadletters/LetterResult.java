package io.refundtool.messaging.deadletters;

/** What became of a decision about one letter. */
public sealed interface LetterResult {

    /**
     * It stands.
     *
     * @param repeated whether the same request had decided it before; nothing was changed then
     */
    record Decided(LetterState state, boolean repeated) implements LetterResult {}

    /** There is no such letter. */
    record Unknown(String sentence) implements LetterResult {}

    /** It has been decided about, and has not failed since. */
    record NotWaiting(String sentence) implements LetterResult {}

    /** It cannot be done, or the key stands for another decision. */
    record Refused(String sentence) implements LetterResult {}

    /** The database is away; asking again soon under the same key helps. */
    record Unavailable(String sentence) implements LetterResult {}
}

package io.refundtool.fiscalization.loop;

/** Work in rounds: each claims some, does it and leaves the answers. One thread calls all but {@link #closing}. */
public interface Rounds {
    /** Does what there is to do; pauses by itself when there is nothing. */
    void round() throws InterruptedException;

    /** Before the first round. */
    default void opening() {}

    /** From the thread that stops it: no more work is to be taken, and a round that pauses is to end. */
    default void closing() {}

    /** Whether nothing is left that has to be done before it may end. */
    default boolean isDrained() {
        return true;
    }

    /** After the last round, from the thread that stops it: waits for what the rounds have set off. */
    default void closed() throws InterruptedException {}
}

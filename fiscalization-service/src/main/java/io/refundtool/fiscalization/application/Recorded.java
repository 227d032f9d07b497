package io.refundtool.fiscalization.application;

/** What became of an answer. */
public enum Recorded {
    /** It changed the ledger. */
    APPLIED,
    /** It was known, or about a registration that another one has replaced; kept, and nothing else. */
    REPEATED,
    /** A callback that came before the answer to its registration; kept until that is there. */
    EARLY,
    /** A callback about no registration of ours; nothing was kept. */
    UNKNOWN,
    /** It cannot be true of the receipt it names; kept, and a person is told. */
    CONTRADICTION
}

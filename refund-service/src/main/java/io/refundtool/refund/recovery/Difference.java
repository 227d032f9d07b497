package io.refundtool.refund.recovery;

/**
 * A place at which what is stored is not what follows from the stored events.
 *
 * @param where such as {@code refund R-1: state.attempt} or {@code event 4: outcome}; names ids, never what a person entered
 * @param expected what follows from the events
 * @param found what is stored
 */
public record Difference(String where, String expected, String found) {

    /** No value is quoted further than that: an event may be megabytes. */
    private static final int MAX_CHARACTERS = 200;

    static final String NOTHING = "nothing";

    public Difference {
        expected = cut(expected);
        found = cut(found);
    }

    private static String cut(String value) {
        return value.length() <= MAX_CHARACTERS ? value : value.substring(0, MAX_CHARACTERS) + "…";
    }
}

package io.refundtool.bus.publish;

/**
 * What is wrong with one place of a submitted item.
 *
 * @param location JSON pointer within the item, made of names from the specs and of indices only, so that it may be
 *     logged
 * @param keyword the broken rule, as JSON Schema names it; may be logged
 * @param sentence "must …, but …"; may quote what was sent, so it goes to the sender and never into a log
 */
public record Complaint(String location, String keyword, String sentence) {

    /** Longest sentence, in characters. */
    public static final int MAX_SENTENCE_LENGTH = 400;

    public Complaint {
        sentence = Texts.abbreviate(sentence, MAX_SENTENCE_LENGTH);
    }

    /** Place and rule, without anything that was sent. */
    public String withoutContent() {
        return location + " (" + keyword + ")";
    }

    @Override
    public String toString() {
        return location + ": " + sentence;
    }
}

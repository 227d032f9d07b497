package io.refundtool.messaging.deadletters;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be decided about a dead letter. */
public enum LetterAction {
    /** Work on its record again. */
    PUBLISH("publish", LetterState.PUBLISHED_AGAIN),
    /** Never work on its record. */
    DROP("drop", LetterState.DROPPED);

    private final String word;
    private final LetterState result;

    LetterAction(String word, LetterState result) {
        this.word = word;
        this.result = result;
    }

    /** The name in requests, answers and rows. */
    public String word() {
        return word;
    }

    /** The state that a letter has then. */
    public LetterState result() {
        return result;
    }

    /** The action with that name. */
    public static Optional<LetterAction> named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    /** All names, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(LetterAction::word).collect(Collectors.joining(", "));
    }
}

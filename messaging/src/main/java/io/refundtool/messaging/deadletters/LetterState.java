package io.refundtool.messaging.deadletters;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has become of a dead letter. */
public enum LetterState {
    /** Nobody has decided about it since it failed last. */
    WAITING("waiting"),
    /** Its record is worked on again, or was; should it fail again, the letter waits again. */
    PUBLISHED_AGAIN("published-again"),
    /** Its record will not be worked on. */
    DROPPED("dropped");

    private final String word;

    LetterState(String word) {
        this.word = word;
    }

    /** The name in requests, answers and rows. */
    public String word() {
        return word;
    }

    /** The state with that name. */
    public static Optional<LetterState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** All names, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(LetterState::word).collect(Collectors.joining(", "));
    }
}

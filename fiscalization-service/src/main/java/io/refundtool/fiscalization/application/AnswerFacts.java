package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.FiscalError;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of an answer besides its kind. */
final class AnswerFacts {
    private AnswerFacts() {}

    static @Nullable String uuidOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.uuid();
            case Answer.AcceptedEarlier earlier -> earlier.uuid();
            case Answer.Refused _,
                    Answer.Unanswered _,
                    Answer.NotSent _,
                    Answer.Done _,
                    Answer.Failed _,
                    Answer.StillWaiting _ -> null;
        };
    }

    static @Nullable FiscalError errorOf(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> refused.error();
            case Answer.Failed failed -> failed.error();
            case Answer.AcceptedEarlier earlier -> earlier.error();
            case Answer.Accepted _, Answer.Unanswered _, Answer.NotSent _, Answer.Done _, Answer.StillWaiting _ -> null;
        };
    }

    static @Nullable String textOf(Answer answer) {
        return switch (answer) {
            case Answer.Unanswered unanswered -> unanswered.reason();
            case Answer.NotSent notSent -> notSent.reason();
            case Answer.StillWaiting waiting -> waiting.reason();
            case Answer.Refused refused -> refused.error().text();
            case Answer.Failed failed -> failed.error().text();
            case Answer.AcceptedEarlier earlier -> earlier.error().text();
            case Answer.Accepted _, Answer.Done _ -> null;
        };
    }
}

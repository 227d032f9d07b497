package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the cash register's service said.
 *
 * @param externalId the external id that it named, if it named one
 * @param body the answer as it came, if there was one
 */
public record RegisterAnswer(
        Answer answer,
        @Nullable String externalId,
        @Nullable String body) {
    /** An answer that nothing was received for. */
    public static RegisterAnswer none(Answer answer) {
        return new RegisterAnswer(answer, null, null);
    }
}

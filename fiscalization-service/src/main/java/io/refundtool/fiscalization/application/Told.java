package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer and what it is about. A reply or a report belongs to a request of ours; a callback says itself, by uuid and
 * external id, and is believed only as far as the ledger knows its uuid.
 *
 * @param receiptId 0 for a callback
 * @param registration 0 for a callback
 * @param body the answer as it came, for the ledger
 */
public record Told(
        AnswerSource source,
        long receiptId,
        int registration,
        @Nullable String uuid,
        @Nullable String externalId,
        Answer answer,
        @Nullable String body) {

    static Told reply(RegistrationRequest request, RegisterAnswer answer) {
        return new Told(
                AnswerSource.REGISTER,
                request.receiptId(),
                request.registration(),
                AnswerFacts.uuidOf(answer.answer()),
                null,
                answer.answer(),
                answer.body());
    }

    static Told report(ReportRequest request, RegisterAnswer answer) {
        return new Told(
                AnswerSource.REPORT,
                request.receiptId(),
                request.registration(),
                request.uuid(),
                answer.externalId(),
                answer.answer(),
                answer.body());
    }

    /** The answer of a callback that names the uuid of its registration. */
    public static Told callback(String uuid, RegisterAnswer answer) {
        return new Told(AnswerSource.CALLBACK, 0, 0, uuid, answer.externalId(), answer.answer(), answer.body());
    }

    Told withAnswer(Answer other) {
        return new Told(source, receiptId, registration, uuid, externalId, other, body);
    }
}

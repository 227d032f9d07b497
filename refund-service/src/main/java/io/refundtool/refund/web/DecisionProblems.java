package io.refundtool.refund.web;

import io.refundtool.refund.operators.DecisionResult;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why a decision was not written, as a problem; {@code field} names the place in the decision. */
final class DecisionProblems {

    private DecisionProblems() {}

    /** The problem; empty for a decision that is in the topic. */
    static Optional<ProblemDetail> of(DecisionResult result) {
        return switch (result) {
            case DecisionResult.Written _, DecisionResult.Repeated _ -> Optional.empty();
            case DecisionResult.Invalid(String field, String sentence) -> Optional.of(invalid(field, sentence));
            case DecisionResult.UnknownRefund(String sentence) -> Optional.of(problem(HttpStatus.NOT_FOUND, sentence));
            case DecisionResult.KeyReused(String sentence) ->
                Optional.of(problem(HttpStatus.UNPROCESSABLE_CONTENT, sentence));
            case DecisionResult.Unavailable(String sentence) ->
                Optional.of(problem(HttpStatus.SERVICE_UNAVAILABLE, sentence));
        };
    }

    static ProblemDetail invalid(String field, String sentence) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, sentence);
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence);
    }
}

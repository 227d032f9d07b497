package io.refundtool.bus.http;

import io.refundtool.bus.config.BusSettings;
import io.refundtool.bus.publish.BatchLimits;
import io.refundtool.bus.publish.ItemResult;
import io.refundtool.bus.publish.Outcome;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * The answers to a request that publishes. Those of a batch are Nakadi's. A single event has one status, and senders of
 * CloudEvents go by that alone: what is not certainly written is not answered with success.
 */
final class PublishAnswers {

    static final String KAFKA_AWAY =
            "Expected Kafka to take the events, but it is away; nothing was written, send the batch again";
    private static final String UNCERTAIN =
            "Expected Kafka to acknowledge the event, but it did not; it may be written all the same, so send it again under the same id";

    private final long retryAfterSeconds;

    PublishAnswers(BusSettings settings) {
        retryAfterSeconds = Math.max(1, settings.retryAfter().toSeconds());
    }

    ResponseEntity<Object> answer(Outcome outcome, ContentMode mode) {
        return switch (outcome) {
            case Outcome.Submitted(List<ItemResult> items) -> ResponseEntity.ok(items);
            case Outcome.PartlySubmitted(List<ItemResult> items) -> partly(items, mode);
            case Outcome.Refused(List<ItemResult> items, boolean conflict) ->
                ResponseEntity.status(
                                conflict && mode.isSingle() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(items);
            case Outcome.NotSent(List<ItemResult> items) -> later(withItems(Problem.KAFKA_AWAY, KAFKA_AWAY, items));
            case Outcome.Unreadable(int line, int column, String sentence) ->
                Problem.UNREADABLE_BODY.answer("%s (line %d, column %d)".formatted(sentence, line, column));
            case Outcome.TooMany() ->
                Problem.TOO_MANY_EVENTS.answer(
                        "Expected at most %d events, but the batch has more".formatted(BatchLimits.MAX_ITEMS));
        };
    }

    ResponseEntity<Object> busy() {
        return later(
                Problem.BUSY.detail("Expected room for the body, but other requests take all of it; send it again"));
    }

    private ResponseEntity<Object> partly(List<ItemResult> items, ContentMode mode) {
        return mode.isSingle()
                ? later(withItems(Problem.KAFKA_AWAY, UNCERTAIN, items))
                : ResponseEntity.status(HttpStatus.MULTI_STATUS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds))
                        .body(items);
    }

    private ResponseEntity<Object> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds))
                .body(problem);
    }

    private static ProblemDetail withItems(Problem problem, String detail, List<ItemResult> items) {
        ProblemDetail answered = problem.detail(detail);
        answered.setProperty("items", items);
        return answered;
    }
}

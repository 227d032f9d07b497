package io.refundtool.messaging.deadletters.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.messaging.deadletters.LetterResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What became of decisions, as answers. */
final class LetterAnswers {

    private static final String RETRY_AFTER_S = "1";

    /**
     * A decision that stands.
     *
     * @param repeated whether the same request had decided it before
     */
    record Decided(String id, String state, boolean repeated) {}

    /**
     * What became of the decision about one letter of many.
     *
     * @param status as the answer to it alone would have
     * @param decision null if it does not stand
     * @param problem why it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemResult(
            String id,
            int status,
            @Nullable Decided decision,
            @Nullable ProblemDetail problem) {}

    /**
     * What became of all.
     *
     * @param more whether further letters of the cause wait
     * @param next what to give as {@code after} for them; null if the request named its letters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Results(
            List<ItemResult> results,
            boolean more,
            @Nullable Long next) {}

    private LetterAnswers() {}

    static ResponseEntity<?> one(String id, LetterResult result) {
        ItemResult item = item(id, result);
        return item.problem() == null ? ResponseEntity.ok(item.decision()) : problem(item.problem());
    }

    /** 200 when all stand, 207 when some do, 422 when none does, 503 when none does because PostgreSQL is away. */
    static ResponseEntity<?> many(List<String> ids, List<LetterResult> results, boolean more, @Nullable Long next) {
        List<ItemResult> items = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            items.add(item(ids.get(i), results.get(i)));
        }
        Results answer = new Results(items, more, next);
        long decided = items.stream().filter(item -> item.problem() == null).count();
        if (decided == items.size()) {
            return ResponseEntity.ok(answer);
        }
        if (decided > 0) {
            return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(answer);
        }
        boolean away = items.stream().anyMatch(item -> item.status() == HttpStatus.SERVICE_UNAVAILABLE.value());
        ProblemDetail none = ProblemDetail.forStatusAndDetail(
                away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT,
                "Expected to decide about at least one letter, but none was decided; the results say why");
        none.setProperty("results", items);
        return problem(none);
    }

    private static ItemResult item(String id, LetterResult result) {
        return switch (result) {
            case LetterResult.Decided(var state, boolean repeated) ->
                new ItemResult(id, HttpStatus.OK.value(), new Decided(id, state.word(), repeated), null);
            case LetterResult.Unknown(String sentence) -> refused(id, HttpStatus.NOT_FOUND, sentence);
            case LetterResult.NotWaiting(String sentence) -> refused(id, HttpStatus.CONFLICT, sentence);
            case LetterResult.Refused(String sentence) -> refused(id, HttpStatus.UNPROCESSABLE_CONTENT, sentence);
            case LetterResult.Unavailable(String sentence) -> refused(id, HttpStatus.SERVICE_UNAVAILABLE, sentence);
        };
    }

    private static ItemResult refused(String id, HttpStatus status, String sentence) {
        return new ItemResult(id, status.value(), null, ProblemDetail.forStatusAndDetail(status, sentence));
    }

    static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return answer.body(problem);
    }
}

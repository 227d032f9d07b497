package io.refundtool.messaging.deadletters.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.messaging.deadletters.DeadLetterTable;
import io.refundtool.messaging.deadletters.LetterDecision;
import io.refundtool.messaging.deadletters.LetterDecisionTable;
import io.refundtool.messaging.web.ParameterRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells who decided what about dead letters, oldest first. */
@RestController
@RequestMapping(DeadLetterController.PATH)
final class LetterHistoryController {

    /** How many decisions a page has at most. */
    private static final int MAX_PAGE = 500;

    /** A decision; {@code idempotencyKey} is that of its request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionResource(
            long number,
            String letter,
            int attempt,
            String action,
            String operator,
            String reason,
            @Nullable Instant notBefore,
            @Nullable String idempotencyKey,
            Instant decidedAt) {

        static DecisionResource of(LetterDecision decision) {
            return new DecisionResource(
                    decision.number(),
                    decision.letterId(),
                    decision.attempt(),
                    decision.action().word(),
                    decision.operator(),
                    decision.reason(),
                    decision.notBefore(),
                    decision.request(),
                    decision.decidedAt());
        }
    }

    /**
     * A page of decisions.
     *
     * @param next what to give as {@code after} for the next page; null on the last
     */
    record DecisionPage(
            List<DecisionResource> decisions, @Nullable Long next) {}

    private final LetterDecisionTable decisions;
    private final DeadLetterTable letters;

    LetterHistoryController(LetterDecisionTable decisions, DeadLetterTable letters) {
        this.decisions = decisions;
        this.letters = letters;
    }

    @GetMapping("/decisions")
    DecisionPage all(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        return page(null, after, limit);
    }

    @GetMapping("/{id}/decisions")
    DecisionPage ofLetter(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return page(DeadLetterController.require(letters, id).id(), after, limit);
    }

    private DecisionPage page(@Nullable String letterId, long after, int limit) {
        ParameterRange.require("after", after, 0, Long.MAX_VALUE - 1);
        ParameterRange.require("limit", limit, 1, MAX_PAGE);
        List<DecisionResource> page = decisions.find(letterId, after, limit).stream()
                .map(DecisionResource::of)
                .toList();
        return new DecisionPage(
                page, page.size() < limit ? null : page.getLast().number());
    }
}

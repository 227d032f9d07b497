package io.refundtool.messaging.deadletters.web;

import io.refundtool.events.common.Limits;
import io.refundtool.messaging.deadletters.DeadLetter;
import io.refundtool.messaging.deadletters.DeadLetterTable;
import io.refundtool.messaging.deadletters.LetterQuery;
import io.refundtool.messaging.deadletters.LetterState;
import io.refundtool.messaging.web.BadParameterException;
import io.refundtool.messaging.web.ParameterRange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists a service's dead letters and shows them. */
@RestController
@RequestMapping(DeadLetterController.PATH)
final class DeadLetterController {

    static final String PATH = "/api/v1/dead-letters";

    /** How many letters a page has at most. */
    private static final int MAX_PAGE = 500;

    private static final int MAX_NAME_CHARACTERS = 300;

    /**
     * A page of letters.
     *
     * @param next what to give as {@code after} for the next page; null on the last
     */
    record LetterPage(
            List<LetterResource> letters, @Nullable Long next) {}

    private final DeadLetterTable letters;

    DeadLetterController(DeadLetterTable letters) {
        this.letters = letters;
    }

    @GetMapping
    LetterPage find(
            @RequestParam @Nullable String cause,
            @RequestParam @Nullable String orderId,
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable String state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        ParameterRange.require("after", after, 0, Long.MAX_VALUE - 1);
        ParameterRange.require("limit", limit, 1, MAX_PAGE);
        requireName("cause", cause);
        requireName("topic", topic);
        if (orderId != null && !Limits.ORDER_ID.allows(orderId)) {
            throw new BadParameterException("Expected orderId to be an order's id, but it cannot be one");
        }
        List<LetterResource> page =
                letters.find(new LetterQuery(cause, orderId, topic, state(state), after, limit)).stream()
                        .map(LetterResource::of)
                        .toList();
        return new LetterPage(page, page.size() < limit ? null : page.getLast().number());
    }

    @GetMapping("/{id}")
    LetterDetail show(@PathVariable String id) {
        DeadLetter letter = require(letters, id);
        return letters.content(id)
                .map(content -> LetterDetail.of(letter, content))
                .orElseThrow(() -> unknown(id));
    }

    /** The letter; 404 if there is none. */
    static DeadLetter require(DeadLetterTable letters, String id) {
        requireName("id", id);
        return letters.find(id).orElseThrow(() -> unknown(id));
    }

    /** What no name in a row can be is not asked for. */
    static void requireName(String parameter, @Nullable String name) {
        if (name != null && (name.length() > MAX_NAME_CHARACTERS || name.indexOf('\0') >= 0)) {
            throw new BadParameterException(
                    parameter,
                    "Expected %s to have at most %d characters and no zero byte, but it has"
                            .formatted(parameter, MAX_NAME_CHARACTERS));
        }
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Expected a dead letter %s, but there is none".formatted(id));
    }

    private static @Nullable LetterState state(@Nullable String word) {
        return word == null
                ? null
                : LetterState.named(word)
                        .orElseThrow(() -> new BadParameterException(
                                "Expected state to be one of %s, but it is %s".formatted(LetterState.words(), word)));
    }
}

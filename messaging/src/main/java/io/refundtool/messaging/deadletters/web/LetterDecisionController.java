package io.refundtool.messaging.deadletters.web;

import io.refundtool.messaging.deadletters.DeadLetterDesk;
import io.refundtool.messaging.deadletters.DeadLetterTable;
import io.refundtool.messaging.deadletters.LetterResult;
import io.refundtool.messaging.web.JsonBodies;
import io.refundtool.messaging.web.OperatorHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes operators' decisions about dead letters: one, many, or all of one cause. */
@RestController
@RequestMapping(DeadLetterController.PATH)
final class LetterDecisionController {

    /** Largest body; 500 of the longest ids and the longest reason in escaped form fit. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final DeadLetterDesk desk;
    private final DeadLetterTable letters;

    LetterDecisionController(DeadLetterDesk desk, DeadLetterTable letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @PostMapping(path = "/{id}/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decideOne(
            @PathVariable String id,
            @RequestHeader(name = OperatorHeaders.OPERATOR, required = false) @Nullable String operator,
            @RequestHeader(name = OperatorHeaders.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest http)
            throws IOException {
        DeadLetterController.requireName("id", id);
        String name = OperatorHeaders.operator(operator);
        LetterOrder order = LetterOrder.ofOne(JsonBodies.read(http, MAX_BODY_BYTES), name, key, id);
        LetterResult result = desk.decide(order.ids(), order.request()).getFirst();
        return LetterAnswers.one(id, result);
    }

    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decideMany(
            @RequestHeader(name = OperatorHeaders.OPERATOR, required = false) @Nullable String operator,
            @RequestHeader(name = OperatorHeaders.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            HttpServletRequest http)
            throws IOException {
        String name = OperatorHeaders.operator(operator);
        LetterOrder order = LetterOrder.ofMany(JsonBodies.read(http, MAX_BODY_BYTES), name, key);
        String cause = order.cause();
        if (cause == null) {
            return LetterAnswers.many(order.ids(), desk.decide(order.ids(), order.request()), false, null);
        }
        List<String> ids = desk.ofCause(cause, order.after(), LetterOrder.MAX_LETTERS, order.request());
        List<LetterResult> results = desk.decide(ids, order.request());
        long last = ids.isEmpty()
                ? order.after()
                : DeadLetterController.require(letters, ids.getLast()).number();
        boolean more = !desk.waiting(cause, last, 1).isEmpty();
        return LetterAnswers.many(ids, results, more, last);
    }
}

package io.refundtool.bus.http;

import io.refundtool.bus.publish.BatchPublisher;
import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.ReadBatch;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.PublishableType;
import io.refundtool.bus.security.Caller;
import io.refundtool.bus.security.CallerRules;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /event-types/{name}/events}: events of one type, written in the order of the request. The answers are those
 * of Nakadi: 200 for all, 422 for none, 207 when Kafka failed on the way.
 */
@RestController
final class PublishController {

    private final EventTypes eventTypes;
    private final BatchReader reader;
    private final BatchPublisher publisher;
    private final BytesInHand bytes;
    private final PublishAnswers answers;
    private final CallerRules rules;

    PublishController(
            EventTypes eventTypes,
            BatchReader reader,
            BatchPublisher publisher,
            BytesInHand bytes,
            PublishAnswers answers,
            CallerRules rules) {
        this.eventTypes = eventTypes;
        this.reader = reader;
        this.publisher = publisher;
        this.bytes = bytes;
        this.answers = answers;
        this.rules = rules;
    }

    @PostMapping(
            path = "/event-types/{name}/events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ContentMode.STRUCTURED_TYPE, ContentMode.BATCHED_TYPE})
    ResponseEntity<Object> publish(@PathVariable String name, HttpServletRequest request) throws IOException {
        return switch (eventTypes.find(name)) {
            case Lookup.Publishable(PublishableType type) -> authorized(type, request);
            case Lookup.Refusal refusal -> LookupProblems.answer(name, refusal);
        };
    }

    /** Before anything of the batch is read, so that nobody learns from an answer what somebody else may write. */
    private ResponseEntity<Object> authorized(PublishableType type, HttpServletRequest request) throws IOException {
        Caller caller = Caller.of(request.getUserPrincipal());
        Optional<String> refusal = rules.refusal(caller, type.type());
        return refusal.isPresent() ? Problem.NOT_A_WRITER.answer(refusal.get()) : publish(type, caller, request);
    }

    private ResponseEntity<Object> publish(PublishableType type, Caller caller, HttpServletRequest request)
            throws IOException {
        return switch (bytes.admit(request, caller.limits().maxBodyBytes())) {
            case BytesInHand.Admission.TooLarge() -> Problem.BODY_TOO_LARGE.answer(rules.bodyTooLarge(caller));
            case BytesInHand.Admission.NoRoom() -> answers.busy();
            case BytesInHand.Admission.Admitted admitted -> {
                try (admitted) {
                    yield publish(type, caller, admitted.body(), request);
                }
            }
        };
    }

    private ResponseEntity<Object> publish(
            PublishableType type, Caller caller, byte[] body, HttpServletRequest request) {
        ContentMode mode = ContentMode.of(request);
        ReadBatch batch = mode.read(reader, type.type(), body, request);
        if (batch instanceof ReadBatch.Batch read) {
            Optional<String> excess = rules.tooManyEvents(caller, type.type(), read.size());
            if (excess.isPresent()) {
                return Problem.TOO_MANY_EVENTS.answer(excess.get());
            }
        }
        return answers.answer(publisher.publish(type, batch, Senders.of(caller, request)), mode);
    }
}

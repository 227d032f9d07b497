package io.refundtool.bus.http;

import io.refundtool.bus.publish.BatchPublisher;
import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.ReadBatch;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.PublishableType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

    PublishController(
            EventTypes eventTypes,
            BatchReader reader,
            BatchPublisher publisher,
            BytesInHand bytes,
            PublishAnswers answers) {
        this.eventTypes = eventTypes;
        this.reader = reader;
        this.publisher = publisher;
        this.bytes = bytes;
        this.answers = answers;
    }

    @PostMapping(
            path = "/event-types/{name}/events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ContentMode.STRUCTURED_TYPE, ContentMode.BATCHED_TYPE})
    ResponseEntity<Object> publish(@PathVariable String name, HttpServletRequest request) throws IOException {
        return switch (eventTypes.find(name)) {
            case Lookup.Publishable(PublishableType type) -> publish(type, request);
            case Lookup.Refusal refusal -> LookupProblems.answer(name, refusal);
        };
    }

    private ResponseEntity<Object> publish(PublishableType type, HttpServletRequest request) throws IOException {
        return switch (bytes.admit(request)) {
            case BytesInHand.Admission.TooLarge() -> answers.bodyTooLarge();
            case BytesInHand.Admission.NoRoom() -> answers.busy();
            case BytesInHand.Admission.Admitted admitted -> {
                try (admitted) {
                    yield publish(type, admitted.body(), request);
                }
            }
        };
    }

    private ResponseEntity<Object> publish(PublishableType type, byte[] body, HttpServletRequest request) {
        ContentMode mode = ContentMode.of(request);
        ReadBatch batch = mode.read(reader, type.type(), body, request);
        return answers.answer(publisher.publish(type, batch, Senders.of(request, type.type())), mode);
    }
}

package io.refundtool.bus.http;

import io.refundtool.bus.config.BusSettings;
import io.refundtool.bus.publish.BatchLimits;
import io.refundtool.bus.publish.BatchPublisher;
import io.refundtool.bus.publish.ItemResult;
import io.refundtool.bus.publish.Outcome;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.PublishableType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /event-types/{name}/events}: a batch of events of one type, written in the order of the array. The
 * answers are those of Nakadi: 200 for all, 422 for none, 207 when Kafka failed on the way.
 */
@RestController
final class PublishController {

    private final EventTypes eventTypes;
    private final BatchPublisher publisher;
    private final long retryAfterSeconds;

    PublishController(EventTypes eventTypes, BatchPublisher publisher, BusSettings settings) {
        this.eventTypes = eventTypes;
        this.publisher = publisher;
        this.retryAfterSeconds = Math.max(1, settings.retryAfter().toSeconds());
    }

    @PostMapping(path = "/event-types/{name}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> publish(@PathVariable String name, HttpServletRequest request) throws IOException {
        return switch (eventTypes.find(name)) {
            case Lookup.Publishable(PublishableType type) -> publish(type, request);
            case Lookup.Refusal refusal -> LookupProblems.answer(name, refusal);
        };
    }

    private ResponseEntity<Object> publish(PublishableType type, HttpServletRequest request) throws IOException {
        Optional<byte[]> body = BoundedBody.read(request);
        return body.isEmpty()
                ? Problem.BODY_TOO_LARGE.answer(
                        "Expected at most %d bytes, but the body has more".formatted(BatchLimits.MAX_BODY_BYTES))
                : answer(publisher.publish(type, body.get(), request.getHeader("traceparent")));
    }

    private ResponseEntity<Object> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Submitted(List<ItemResult> items) -> ResponseEntity.ok(items);
            case Outcome.PartlySubmitted(List<ItemResult> items) ->
                ResponseEntity.status(HttpStatus.MULTI_STATUS).body(items);
            case Outcome.Refused(List<ItemResult> items) ->
                ResponseEntity.unprocessableContent().body(items);
            case Outcome.NotSubmitted() -> kafkaAway();
            case Outcome.Unreadable(int line, int column, String sentence) ->
                Problem.UNREADABLE_BODY.answer("%s (line %d, column %d)".formatted(sentence, line, column));
            case Outcome.TooMany() ->
                Problem.TOO_MANY_EVENTS.answer(
                        "Expected at most %d events, but the batch has more".formatted(BatchLimits.MAX_ITEMS));
        };
    }

    private ResponseEntity<Object> kafkaAway() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds))
                .body(Problem.KAFKA_AWAY.detail("Expected Kafka to acknowledge the events, but it acknowledged none;"
                        + " some may be written all the same, so send the batch again under the same eids"));
    }
}

package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.BatchLimits;
import io.refundtool.bus.publish.BatchPublisher;
import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.ItemForm;
import io.refundtool.bus.publish.ItemResult;
import io.refundtool.bus.publish.Outcome;
import io.refundtool.bus.publish.ReadBatch;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.PublishableType;
import java.util.List;
import java.util.Optional;

/**
 * {@code events.publish}: events of one type, in Nakadi's form, with the results of {@code POST
 * /event-types/{name}/events}. Its parameters are {@code {eventType, events: […]}} or {@code {eventType, event}}.
 */
public final class PublishMethod implements RpcMethod {

    /** What the method answers: one result for each event, in their order. */
    public record Published(List<ItemResult> items) {}

    private final EventTypes eventTypes;
    private final BatchReader reader;
    private final BatchPublisher publisher;

    public PublishMethod(EventTypes eventTypes, BatchReader reader, BatchPublisher publisher) {
        this.eventTypes = eventTypes;
        this.reader = reader;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "events.publish";
    }

    @Override
    public RpcOutcome call(RpcCall.Params params, RpcCaller caller) {
        return switch (PublishParams.of(params)) {
            case PublishParams.Wrong(String sentence) -> failed(RpcError.Code.INVALID_PARAMS, sentence);
            case PublishParams.Named named ->
                switch (eventTypes.find(named.eventType())) {
                    case Lookup.Publishable(PublishableType type) -> publish(type, named, caller);
                    case Lookup.Refusal refusal -> LookupErrors.of(refusal);
                };
        };
    }

    private RpcOutcome publish(PublishableType type, PublishParams.Named params, RpcCaller caller) {
        Optional<String> refusal = caller.refusal(type.type());
        if (refusal.isPresent()) {
            return failed(RpcError.Code.FORBIDDEN, refusal.get());
        }
        ReadBatch batch = params.single()
                ? reader.one(type.type(), ItemForm.METADATA, params.events())
                : reader.array(type.type(), ItemForm.METADATA, params.events());
        Optional<String> excess = batch instanceof ReadBatch.Batch read
                ? caller.tooManyEvents(type.type(), read.size())
                : Optional.empty();
        return excess.isPresent()
                ? failed(RpcError.Code.TOO_MANY_EVENTS, excess.get())
                : outcome(publisher.publish(type, batch, caller.sender(type.type())));
    }

    private static RpcOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Submitted(List<ItemResult> items) -> new RpcOutcome.Result(new Published(items));
            case Outcome.PartlySubmitted(List<ItemResult> items) ->
                failed(
                        RpcError.Code.PARTLY_PUBLISHED,
                        "Expected Kafka to acknowledge all events, but it did not; send the others again under the same eids",
                        items);
            case Outcome.NotSent(List<ItemResult> items) ->
                failed(
                        RpcError.Code.KAFKA_AWAY,
                        "Expected Kafka to take the events, but it is away; nothing was written, send them again",
                        items);
            case Outcome.Refused(List<ItemResult> items, boolean conflict) ->
                failed(
                        conflict ? RpcError.Code.EVENT_CONFLICT : RpcError.Code.EVENTS_REFUSED,
                        "Expected every event to be valid, but one is not; nothing was written",
                        items);
            case Outcome.Unreadable(int line, int column, String sentence) ->
                failed(
                        RpcError.Code.INVALID_PARAMS,
                        "In params: %s (line %d, column %d)".formatted(sentence, line, column));
            case Outcome.TooMany() ->
                failed(
                        RpcError.Code.TOO_MANY_EVENTS,
                        "Expected at most %d events, but there are more".formatted(BatchLimits.MAX_ITEMS));
        };
    }

    private static RpcOutcome failed(RpcError.Code code, String detail) {
        return new RpcOutcome.Failed(code.because(detail));
    }

    private static RpcOutcome failed(RpcError.Code code, String detail, List<ItemResult> items) {
        return new RpcOutcome.Failed(code.because(detail, items));
    }
}

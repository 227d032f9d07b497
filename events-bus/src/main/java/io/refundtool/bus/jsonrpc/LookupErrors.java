package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.registry.Lookup;
import io.refundtool.events.EventType;
import java.util.List;
import java.util.stream.Collectors;

/** Answers for a name under which nothing can be written; they do not repeat the name, which may be anything. */
final class LookupErrors {

    private LookupErrors() {}

    static RpcOutcome of(Lookup.Refusal refusal) {
        return new RpcOutcome.Failed(
                switch (refusal) {
                    case Lookup.Unknown() ->
                        RpcError.Code.UNKNOWN_EVENT_TYPE.because(
                                "Expected an event type of GET /event-types, but eventType is none");
                    case Lookup.UnknownVersion(List<EventType> known) ->
                        RpcError.Code.UNKNOWN_VERSION.because(
                                "Expected a version that exists (%s), but eventType has another"
                                        .formatted(known.stream()
                                                .map(EventType::wireName)
                                                .collect(Collectors.joining(", "))));
                    case Lookup.NotPublishable(EventType type) ->
                        RpcError.Code.NOT_WRITABLE.because(
                                "Expected an event type that is written through events-bus, but %s is written by %s alone"
                                        .formatted(type.wireName(), type.topic().writer()));
                });
    }
}

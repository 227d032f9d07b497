package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.Body;
import java.util.Map;
import java.util.Set;

/** The parameters of {@link PublishMethod}. */
sealed interface PublishParams {

    /**
     * They are as expected.
     *
     * @param eventType the name as it was sent
     * @param events where the event, or the array of events, stands
     * @param single whether it is one event
     */
    record Named(String eventType, Body events, boolean single) implements PublishParams {}

    /** They are not. */
    record Wrong(String sentence) implements PublishParams {}

    Set<String> NAMES = Set.of("eventType", "event", "events");

    static PublishParams of(RpcCall.Params params) {
        return params instanceof RpcCall.Params.ByName(Map<String, RpcCall.Value> values)
                ? of(values)
                : new Wrong("Expected params to be an object with eventType and events, but it is not");
    }

    private static PublishParams of(Map<String, RpcCall.Value> values) {
        if (!NAMES.containsAll(values.keySet())) {
            return new Wrong("Expected params to have eventType and either event or events, but there are others");
        }
        RpcCall.Value type = values.get("eventType");
        if (type == null || type.text() == null) {
            return new Wrong("Expected params to have eventType as a string, but it does not");
        }
        RpcCall.Value event = values.get("event");
        RpcCall.Value events = values.get("events");
        if (event != null && events == null) {
            return new Named(type.text(), event.json(), true);
        }
        return events != null && event == null
                ? new Named(type.text(), events.json(), false)
                : new Wrong("Expected params to have either event or events, but it has "
                        + (event == null ? "neither" : "both"));
    }
}

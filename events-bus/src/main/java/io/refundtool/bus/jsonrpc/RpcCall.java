package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request object of a body.
 *
 * @param id null for a notification
 * @param method what is called
 * @param params the parameters
 */
public record RpcCall(@Nullable JsonNode id, String method, Params params) {

    /** The parameters of a call. */
    public sealed interface Params {

        /** There are none. */
        record None() implements Params {}

        /** They are told apart by position. */
        record ByPosition() implements Params {}

        /** They are told apart by name: where each value stands in the body. */
        record ByName(Map<String, Value> values) implements Params {}
    }

    /**
     * A parameter as it stands in the body, unread.
     *
     * @param text what it says if it is a string
     * @param json its bytes
     */
    public record Value(@Nullable String text, Body json) {}
}

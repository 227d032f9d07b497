package io.refundtool.bus.jsonrpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The answer to one call: a result or an error, never both.
 *
 * @param id of the call as it was sent; null where it cannot be told
 */
public record RpcResponse(
        String jsonrpc,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object result,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RpcError error,
        JsonNode id) {

    static final String VERSION = "2.0";

    static RpcResponse of(RpcOutcome outcome, @Nullable JsonNode id) {
        JsonNode shown = id == null ? NullNode.getInstance() : id;
        return switch (outcome) {
            case RpcOutcome.Result(Object value) -> new RpcResponse(VERSION, value, null, shown);
            case RpcOutcome.Failed(RpcError error) -> new RpcResponse(VERSION, null, error, shown);
        };
    }
}

package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads one request object; members that the specification does not name are passed over. */
final class RpcEntryReader {

    private final JsonParser parser;
    private final byte[] json;
    private @Nullable JsonNode version;
    private @Nullable JsonNode method;
    private @Nullable JsonNode id;
    private RpcCall.@Nullable Params params = new RpcCall.Params.None();

    private RpcEntryReader(JsonParser parser, byte[] json) {
        this.parser = parser;
        this.json = json;
    }

    /** The entry at whose first token the parser stands; afterwards it stands at its last. */
    static ReadRequest.Entry read(JsonParser parser, byte[] json) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new ReadRequest.Entry.Invalid(null, "Expected a request object, but it is another value");
        }
        var reader = new RpcEntryReader(parser, json);
        reader.members();
        return reader.entry();
    }

    private void members() {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "jsonrpc" -> version = parser.readValueAsTree();
                case "method" -> method = parser.readValueAsTree();
                case "id" -> id = parser.readValueAsTree();
                case "params" -> params = params();
                default -> parser.skipChildren();
            }
        }
    }

    private ReadRequest.Entry entry() {
        boolean idIsValid = id == null || id.isString() || id.isNumber() || id.isNull();
        JsonNode shown = idIsValid ? id : null;
        if (version == null || !RpcResponse.VERSION.equals(version.stringValue(null))) {
            return new ReadRequest.Entry.Invalid(shown, "Expected jsonrpc to be \"2.0\", but it is not");
        }
        if (method == null || !method.isString()) {
            return new ReadRequest.Entry.Invalid(shown, "Expected method to be a string, but it is not");
        }
        if (params == null) {
            return new ReadRequest.Entry.Invalid(
                    shown, "Expected params to be an object or an array, but it is neither");
        }
        return idIsValid
                ? new ReadRequest.Entry.Valid(new RpcCall(id, method.stringValue(), params))
                : new ReadRequest.Entry.Invalid(null, "Expected id to be a string, a number or null, but it is not");
    }

    private RpcCall.@Nullable Params params() {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new RpcCall.Params.ByPosition();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, RpcCall.Value> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken first = parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            String text = first == JsonToken.VALUE_STRING ? parser.getString() : null;
            parser.skipChildren();
            int end = (int) parser.currentLocation().getByteOffset();
            values.put(name, new RpcCall.Value(text, new Body(json, start, end)));
        }
        return new RpcCall.Params.ByName(values);
    }
}

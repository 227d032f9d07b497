package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.Body;
import io.refundtool.bus.publish.BoundedJson;
import io.refundtool.bus.publish.Utf8;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a body into calls. Events among the parameters are only located, for {@link BatchReader} to read them: their type
 * may be named behind them.
 */
final class RpcReader {

    /** Most calls of a batch. */
    static final int MAX_CALLS = 100;

    private RpcReader() {}

    static ReadRequest read(byte[] json) {
        int malformed = Utf8.firstMalformed(json);
        if (malformed >= 0) {
            return refused(RpcError.Code.PARSE_ERROR, "Expected UTF-8, but byte " + malformed + " is not part of it");
        }
        try (JsonParser parser = BoundedJson.parser(new Body(json, 0, json.length))) {
            parser.nextToken();
            ReadRequest read = request(parser, json);
            return parser.nextToken() == null
                    ? read
                    : refused(RpcError.Code.PARSE_ERROR, "Expected one JSON value, but more follows it");
        } catch (JacksonException e) {
            var at = e.getLocation();
            String place = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            return refused(RpcError.Code.PARSE_ERROR, "Expected JSON, but: " + e.getOriginalMessage() + place);
        }
    }

    private static ReadRequest request(JsonParser parser, byte[] json) {
        return switch (parser.currentToken()) {
            case null -> refused(RpcError.Code.PARSE_ERROR, "Expected JSON, but there is nothing");
            case START_ARRAY -> batch(parser, json);
            default -> new ReadRequest.Single(RpcEntryReader.read(parser, json));
        };
    }

    private static ReadRequest batch(JsonParser parser, byte[] json) {
        List<ReadRequest.Entry> entries = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count++ < MAX_CALLS) {
                entries.add(RpcEntryReader.read(parser, json));
            } else {
                parser.skipChildren();
            }
        }
        if (count == 0) {
            return refused(RpcError.Code.INVALID_REQUEST, "Expected at least one call, but the array is empty");
        }
        return count > MAX_CALLS
                ? refused(
                        RpcError.Code.INVALID_REQUEST,
                        "Expected at most %d calls, but there are %d; none was tried".formatted(MAX_CALLS, count))
                : new ReadRequest.Batch(entries);
    }

    private static ReadRequest refused(RpcError.Code code, String detail) {
        return new ReadRequest.Refused(code.because(detail));
    }
}

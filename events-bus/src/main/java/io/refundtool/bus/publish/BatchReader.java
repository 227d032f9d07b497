package io.refundtool.bus.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Splits a body into its items in one pass. It builds no tree of the data, which is nearly all of a body, but remembers
 * where the data of each item begins and ends, so that it can be read as an event from there. A property that is there twice makes the body unreadable: which of the
 * two was meant, nobody can tell.
 */
public final class BatchReader {

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(BatchLimits.MAX_NESTING_DEPTH)
                            .maxTokenCount(BatchLimits.MAX_TOKENS)
                            .maxNumberLength(BatchLimits.MAX_NUMBER_LENGTH)
                            .maxStringLength(BatchLimits.MAX_EVENT_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // RFC 8259: UTF-8 and nothing else; byte offsets exist for it only
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .build())
            .build();

    public ReadBatch read(byte[] body) {
        int malformed = Utf8.firstMalformed(body);
        if (malformed >= 0) {
            return unreadable(body, malformed, "Expected UTF-8, but byte " + malformed + " is not part of it");
        }
        try (JsonParser parser = json.createParser(body)) {
            return items(parser, body);
        } catch (JacksonException e) {
            return unreadable(body, offsetOf(e.getLocation()), "Expected JSON, but: " + e.getOriginalMessage());
        }
    }

    private static ReadBatch items(JsonParser parser, byte[] body) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_ARRAY) {
            return unreadable(body, offset(parser), "Expected a JSON array of events, but " + nameOf(first));
        }
        List<SubmittedItem> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == BatchLimits.MAX_ITEMS) {
                return new ReadBatch.TooMany();
            }
            items.add(item(parser, body));
        }
        if (items.isEmpty()) {
            return unreadable(body, offset(parser), "Expected at least one event, but the array is empty");
        }
        JsonToken trailing = parser.nextToken();
        return trailing == null
                ? new ReadBatch.Batch(items)
                : unreadable(body, offset(parser), "Expected nothing after the array, but " + nameOf(trailing));
    }

    private static SubmittedItem item(JsonParser parser, byte[] body) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new SubmittedItem(parser.readValueAsTree(), body, 0, 0);
        }
        ObjectNode head = (ObjectNode) parser.objectReadContext().createObjectNode();
        int dataStart = 0;
        int dataEnd = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int start = offset(parser);
            if (name.equals("data") && parser.currentToken() == JsonToken.START_OBJECT) {
                dataStart = start;
                parser.skipChildren();
                dataEnd = offsetOf(parser.currentLocation());
            } else {
                head.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        return new SubmittedItem(head, body, dataStart, dataEnd);
    }

    private static ReadBatch.Unreadable unreadable(byte[] body, int offset, String sentence) {
        int within = Math.clamp(offset, 0, body.length);
        return new ReadBatch.Unreadable(
                Utf8.lineOf(body, within),
                Utf8.columnOf(body, within),
                Texts.abbreviate(sentence, Complaint.MAX_SENTENCE_LENGTH));
    }

    private static int offset(JsonParser parser) {
        return offsetOf(parser.currentTokenLocation());
    }

    private static int offsetOf(@Nullable TokenStreamLocation location) {
        return location == null ? 0 : (int) location.getByteOffset();
    }

    private static String nameOf(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "there is nothing";
            case START_OBJECT -> "it is an object";
            case START_ARRAY -> "it is an array";
            default -> "it is a single value";
        };
    }
}

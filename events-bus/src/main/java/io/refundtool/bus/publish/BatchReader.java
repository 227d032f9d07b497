package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body into its items, in one pass. A body in which a property is there twice is unreadable: which of the two
 * was meant, nobody can tell.
 */
public final class BatchReader {

    private static final String NOTHING_FOLLOWS = "Expected nothing after the %s, but %s";

    /** How the items of a body are found in it. */
    private interface Shape {

        ReadBatch read(JsonParser parser, ItemReader items, Body body);
    }

    /** An array of items. */
    public ReadBatch array(EventType type, ItemForm form, byte[] json) {
        return array(type, form, new Body(json, 0, json.length));
    }

    /** An array of items within a larger document, which is known to be JSON. */
    public ReadBatch array(EventType type, ItemForm form, Body body) {
        return read(type, form, body, BatchReader::array);
    }

    /** One item by itself. */
    public ReadBatch one(EventType type, ItemForm form, Body body) {
        return read(
                type,
                form,
                body,
                (parser, items, bytes) -> parser.currentToken() == JsonToken.START_OBJECT
                        ? only(parser, items.item(), bytes)
                        : unreadable(bytes, parser, "Expected an event as a JSON object, but " + nameOf(parser)));
    }

    /** The data of a CloudEvent whose attributes came in another way, each of them a text. */
    public ReadBatch data(EventType type, Map<String, String> attributes, byte[] json) {
        return read(type, ItemForm.CLOUD_EVENT, new Body(json, 0, json.length), (parser, items, body) -> {
            if (parser.currentToken() == null) {
                return unreadable(body, parser, "Expected the event's data in the body, but " + nameOf(parser));
            }
            ObjectNode head = items.emptyHead();
            attributes.forEach(head::put);
            return only(parser, items.dataOf(head), body);
        });
    }

    private static ReadBatch read(EventType type, ItemForm form, Body body, Shape shape) {
        int malformed = Utf8.firstMalformed(body.bytes(), body.start(), body.end());
        if (malformed >= 0) {
            return unreadable(body, malformed, "Expected UTF-8, but byte " + malformed + " is not part of it");
        }
        try (JsonParser parser = BoundedJson.parser(body)) {
            parser.nextToken();
            return shape.read(parser, new ItemReader(type, form, parser, body.bytes(), body.start()), body);
        } catch (JacksonException e) {
            return unreadable(body, offsetOf(body, e.getLocation()), "Expected JSON, but: " + e.getOriginalMessage());
        }
    }

    private static ReadBatch array(JsonParser parser, ItemReader items, Body body) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return unreadable(body, parser, "Expected a JSON array of events, but " + nameOf(parser));
        }
        List<SubmittedItem> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() == BatchLimits.MAX_ITEMS) {
                return new ReadBatch.TooMany();
            }
            read.add(items.item());
        }
        if (read.isEmpty()) {
            return unreadable(body, parser, "Expected at least one event, but the array is empty");
        }
        return parser.nextToken() == null
                ? new ReadBatch.Batch(read)
                : unreadable(body, parser, NOTHING_FOLLOWS.formatted("array", nameOf(parser)));
    }

    private static ReadBatch only(JsonParser parser, SubmittedItem item, Body body) {
        return parser.nextToken() == null
                ? new ReadBatch.Batch(List.of(item))
                : unreadable(body, parser, NOTHING_FOLLOWS.formatted("event", nameOf(parser)));
    }

    private static ReadBatch.Unreadable unreadable(Body body, JsonParser parser, String sentence) {
        return unreadable(body, offsetOf(body, parser.currentTokenLocation()), sentence);
    }

    private static ReadBatch.Unreadable unreadable(Body body, int offset, String sentence) {
        int within = Math.clamp(offset, body.start(), body.end());
        return new ReadBatch.Unreadable(
                Utf8.lineOf(body.bytes(), within),
                Utf8.columnOf(body.bytes(), within),
                Texts.abbreviate(sentence, Complaint.MAX_SENTENCE_LENGTH));
    }

    private static int offsetOf(Body body, @Nullable TokenStreamLocation location) {
        return location == null ? body.start() : body.start() + (int) location.getByteOffset();
    }

    private static String nameOf(JsonParser parser) {
        return switch (parser.currentToken()) {
            case null -> "there is nothing";
            case START_OBJECT -> "it is an object";
            case START_ARRAY -> "it is an array";
            default -> "it is a single value";
        };
    }
}

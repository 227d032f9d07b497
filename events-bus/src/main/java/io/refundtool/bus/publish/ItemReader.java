package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.json.JsonStreams;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads items of one type in one pass: the data, which is nearly all of a body, straight into the event, without a tree.
 * Data that is refused is only located, so that what is wrong with it can be said.
 */
final class ItemReader {

    private final EventType type;
    private final ItemForm form;
    private final JsonParser parser;
    private final byte[] body;
    private final int from;

    /**
     * A reader of one body.
     *
     * @param from where in the body the parser began, in bytes
     */
    ItemReader(EventType type, ItemForm form, JsonParser parser, byte[] body, int from) {
        this.type = type;
        this.form = form;
        this.parser = parser;
        this.body = body;
        this.from = from;
    }

    /** The item at whose first token the parser stands; afterwards it stands at its last. */
    SubmittedItem item() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new SubmittedItem(form, parser.readValueAsTree(), new SubmittedData.Missing());
        }
        ObjectNode head = emptyHead();
        SubmittedData data = new SubmittedData.Missing();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("data") && parser.currentToken() == JsonToken.START_OBJECT) {
                data = data();
            } else {
                head.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        return new SubmittedItem(form, head, data);
    }

    /** The event at whose first token the parser stands, with a head from elsewhere. */
    SubmittedItem dataOf(ObjectNode head) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            head.set("data", parser.<JsonNode>readValueAsTree());
            return new SubmittedItem(form, head, new SubmittedData.Missing());
        }
        return new SubmittedItem(form, head, data());
    }

    ObjectNode emptyHead() {
        return (ObjectNode) parser.objectReadContext().createObjectNode();
    }

    private SubmittedData data() {
        int start = offset(parser.currentTokenLocation());
        try {
            return new SubmittedData.Read(JsonStreams.readWithin(parser, type));
        } catch (InvalidEventException e) {
            return new SubmittedData.Refused(body, start, offset(parser.currentLocation()), e);
        }
    }

    private int offset(@Nullable TokenStreamLocation location) {
        return location == null ? from : from + (int) location.getByteOffset();
    }
}

package io.refundtool.events.json;

import io.refundtool.events.Event;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Opens streams of JSON over bytes; thread-safe. */
public final class JsonStreams {

    /** Events are about five levels deep; the rest is for properties of later versions. */
    private static final int MAX_DEPTH = 32;

    private static final int USUAL_SIZE = 1_024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private JsonStreams() {}

    public static byte[] write(Event event) {
        return write(event, EventJson::write);
    }

    /** Writes what is no event, but is made of the same types, such as a service's own state. */
    public static <T> byte[] write(T value, BiConsumer<JsonOutput, T> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writer.accept(new JsonOutput(generator), value);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an event.
     *
     * @param strict whether a property that the spec does not have is refused; it is skipped otherwise
     * @throws InvalidEventException if the bytes are not UTF-8, not JSON, or not an event of the type
     */
    public static Event read(EventType type, byte[] json, boolean strict) {
        try {
            checkUtf8(json);
        } catch (InvalidEventException e) {
            throw e.within("");
        }
        return read(json, 0, json.length, strict, input -> EventJson.read(input, type));
    }

    /**
     * Reads an event out of a larger document, as strictly as its schema.
     *
     * @param parser at the first token of the event; afterwards at its last one, though the event be refused
     * @throws InvalidEventException if it is JSON, but not an event of the type; its path begins at the event
     * @throws JacksonException if it is not JSON
     */
    public static Event readWithin(JsonParser parser, EventType type) {
        int depth = parser.streamReadContext().getNestingDepth();
        JsonInput input = new JsonInput(parser, true);
        try {
            return EventJson.read(input, type);
        } catch (InvalidEventException e) {
            InvalidEventException located = e.within(input.path());
            while (parser.streamReadContext().getNestingDepth() >= depth) {
                parser.nextToken();
            }
            throw located;
        }
    }

    /**
     * Reads what {@link #write(Object, BiConsumer)} wrote; properties that the reader does not know are skipped.
     *
     * @param offset where the JSON begins in the bytes
     * @throws InvalidEventException if it is not JSON, or not what the reader expects
     */
    public static <T> T read(byte[] bytes, int offset, int length, Function<JsonInput, T> reader) {
        return read(bytes, offset, length, false, reader);
    }

    private static <T> T read(byte[] bytes, int offset, int length, boolean strict, Function<JsonInput, T> reader) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return read(new JsonInput(parser, strict), reader);
        }
    }

    private static <T> T read(JsonInput input, Function<JsonInput, T> reader) {
        try {
            input.begin();
            T value = reader.apply(input);
            input.end();
            return value;
        } catch (InvalidEventException e) {
            throw e.within(input.path());
        } catch (JacksonException e) {
            throw new InvalidEventException("", "be JSON", JsonText.problemOf(e)).within(input.path());
        }
    }

    /**
     * Refuses what is not UTF-8. The parser alone would take overlong forms, surrogates written as three bytes, and
     * UTF-16, which it recognises by its zero bytes.
     */
    private static void checkUtf8(byte[] json) {
        boolean ascii = true;
        for (byte b : json) {
            if (b == 0) {
                throw new InvalidEventException("", "be JSON in UTF-8", "it has a zero byte");
            }
            ascii &= b > 0;
        }
        if (!ascii) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            } catch (CharacterCodingException e) {
                throw new InvalidEventException("", "be JSON in UTF-8", "its bytes are not UTF-8", e);
            }
        }
    }
}

package io.refundtool.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request's body as a tree, up to a limit. A property that is there twice makes it unreadable: which of the two
 * was meant, nobody can tell.
 */
public final class JsonBodies {

    /** Deepest nesting; a decision needs two levels, a list of them three. */
    private static final int MAX_DEPTH = 16;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // RFC 8259: UTF-8 and nothing else.
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .build())
            .build();

    private JsonBodies() {}

    /**
     * The body as a tree.
     *
     * @throws TooLargeException it has more bytes
     * @throws BadParameterException it is no JSON
     */
    public static JsonNode read(HttpServletRequest request, int maxBytes) throws IOException {
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw new TooLargeException("Expected a body of at most %d bytes, but it is larger".formatted(maxBytes));
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new BadParameterException(
                    "Expected JSON, but%s: %s".formatted(place(e.getLocation()), e.getOriginalMessage()));
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " in line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}

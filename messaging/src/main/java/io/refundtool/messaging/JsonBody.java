package io.refundtool.messaging;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells a body that is no JSON from one that is JSON of something else; asked only after reading has failed. */
final class JsonBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonBody() {}

    /** Whether the bytes are UTF-8 and JSON, whatever it says. */
    static boolean isJson(byte[] body) {
        return Utf8.decode(body).filter(JsonBody::isJson).isPresent();
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }
}

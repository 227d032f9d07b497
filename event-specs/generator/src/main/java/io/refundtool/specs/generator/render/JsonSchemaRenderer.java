package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.SpecModel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renders each event as one JSON Schema 2020-12 that needs no other file: the types it uses are in its {@code $defs}. */
public final class JsonSchemaRenderer {

    static final String DIRECTORY = "io/refundtool/events/schemas/";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonSchemaRenderer() {}

    /** The schemas by their paths. */
    public static Map<String, String> render(SpecModel model) {
        Map<String, String> files = new LinkedHashMap<>();
        for (EventSpec event : model.events()) {
            files.put(DIRECTORY + event.wireName() + ".json", MAPPER.writeValueAsString(schema(event)) + "\n");
        }
        return files;
    }

    private static Map<String, Object> schema(EventSpec event) {
        EventSchemas schemas = new EventSchemas("#/$defs/");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(schemas.event(event));
        schema.put("$defs", schemas.definitions());
        return schema;
    }
}

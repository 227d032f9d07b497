package io.refundtool.bus.registry;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bundled JSON Schemas and compiles them. */
final class SchemaLoader {

    private final JsonMapper json = new JsonMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    // 1.0 is an integer, as JSON Schema has it and as the codec reads it
                    .losslessNarrowing(true)
                    .pathType(PathType.JSON_POINTER)
                    .build()));

    JsonNode read(EventType type) {
        try (InputStream schema = EventType.class.getResourceAsStream(type.schemaResource())) {
            if (schema == null) {
                throw new IllegalStateException(
                        "Expected the schema " + type.schemaResource() + " on the class path, but it is not there.");
            }
            return json.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Schema compile(JsonNode node) {
        Schema schema = registry.getSchema(node);
        schema.initializeValidators();
        return schema;
    }
}

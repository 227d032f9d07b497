package io.refundtool.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is made of the specs for people and tools: the catalogue and the AsyncAPI document. */
class DocumentationResourcesTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNode CATALOGUE = resource("/io/refundtool/events/catalogue.json");
    private static final JsonNode ASYNC_API = resource("/io/refundtool/events/asyncapi.json");
    private static final Schema ASYNC_API_SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("/asyncapi/asyncapi-3.0.0.schema.json"));

    @Test
    void shouldBeAValidAsyncApiDocument() {
        assertThat(ASYNC_API_SCHEMA.validate(ASYNC_API)).isEmpty();
    }

    @Test
    void shouldBeToldWhenAnAsyncApiDocumentIsNotValid() {
        // given
        ObjectNode broken = (ObjectNode) ASYNC_API.deepCopy();
        broken.withObject("/operations/bob.writes.bob.refund.v1").put("action", "shout");
        // when // then
        assertThat(ASYNC_API_SCHEMA.validate(broken)).isNotEmpty();
    }

    @Test
    void shouldReferOnlyToWhatIsThere() {
        ASYNC_API.findValues("$ref").forEach(reference -> {
            JsonNode target = ASYNC_API.at(reference.asString().substring(1));
            assertThat(target.isMissingNode()).as(reference.asString()).isFalse();
        });
    }

    @Test
    void shouldHaveAnOperationForEveryWriterAndReaderOfEveryTopic() {
        // given
        Set<String> expected = new TreeSet<>();
        for (Topic topic : Topic.values()) {
            Stream<String> writers = topic.deadLetters()
                    ? Stream.of(topic.writer())
                    : topic.eventTypes().stream().flatMap(type -> type.writers().stream());
            writers.forEach(writer -> expected.add(writer + ".writes." + topic.topicName()));
            topic.readers().forEach(reader -> expected.add(reader + ".reads." + topic.topicName()));
        }
        // when // then
        assertThat(ASYNC_API.get("operations").propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void shouldDescribeAChannelAsTheTopicIs(Topic topic) {
        JsonNode channel = ASYNC_API.get("channels").get(topic.topicName());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.at("/bindings/kafka/topicConfiguration/retention.ms").asLong())
                .isEqualTo(topic.retention().toMillis());
        assertThat(channel.get("messages").propertyNames())
                .containsExactlyElementsOf(
                        topic.deadLetters()
                                ? List.of("dead-letter")
                                : topic.eventTypes().stream()
                                        .map(EventType::wireName)
                                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowAnExampleThatIsValidWithEveryProperty(EventType type) {
        // given
        JsonNode view = view(type);
        String example = MAPPER.writeValueAsString(view.get("example"));
        // when
        Event event = EventCodec.readStrictly(type, example.getBytes(StandardCharsets.UTF_8));
        // then
        assertThat(new String(EventCodec.write(event), StandardCharsets.UTF_8)).isEqualTo(example);
        assertThat(view.get("example").propertyNames())
                .containsExactlyElementsOf(view.get("fields")
                        .valueStream()
                        .map(field -> field.get("name").asString())
                        .toList());
        assertThat(ASYNC_API.at("/components/messages/" + type.wireName() + "/examples/0/payload"))
                .isEqualTo(view.get("example"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayInTheCatalogueWhatTheTypesSay(EventType type) {
        // given
        JsonNode view = view(type);
        JsonNode schema = resource(type.schemaResource());
        // then
        assertThat(view.get("topic").asString()).isEqualTo(type.topic().topicName());
        assertThat(view.get("writers").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(type.writers());
        assertThat(view.get("expects").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        type.expects().map(Expectation::anyOf).orElse(List.of()));
        assertThat(view.get("fields")
                        .valueStream()
                        .map(field -> field.get("name").asString()))
                .containsExactlyElementsOf(schema.get("properties").propertyNames());
        assertThat(view.get("fields")
                        .valueStream()
                        .filter(field -> field.get("required").asBoolean())
                        .map(field -> field.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(schema.get("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void shouldHaveEveryEventInTheCatalogue() {
        assertThat(CATALOGUE
                        .get("events")
                        .valueStream()
                        .map(event -> event.get("name").asString()))
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .collect(Collectors.toList()));
    }

    private static JsonNode view(EventType type) {
        return CATALOGUE
                .get("events")
                .valueStream()
                .filter(event -> event.get("name").asString().equals(type.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode resource(String name) {
        try (InputStream json = DocumentationResourcesTest.class.getResourceAsStream(name)) {
            return MAPPER.readTree(Objects.requireNonNull(json, name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

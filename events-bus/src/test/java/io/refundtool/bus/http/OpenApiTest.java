package io.refundtool.bus.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.refundtool.bus.RunningGateway;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of the gateway's HTTP interface is valid, and says what the gateway does: nothing less, nothing more. */
class OpenApiTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static RunningGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("localhost:1");
        document = gateway.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldBeAValidOpenApiDocument() throws IOException {
        // given
        Schema official = SCHEMAS.getSchema(resource());
        ObjectNode broken = (ObjectNode) document.deepCopy();
        broken.withObject("/paths").putObject("no-path");
        // when // then
        assertThat(document.get("openapi").asString()).startsWith("3.1.");
        assertThat(official.validate(document)).isEmpty();
        assertThat(official.validate(broken)).isNotEmpty();
    }

    @Test
    void shouldDocumentEveryEndpointAndInventNone() {
        // given
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(member -> {
                    if (!member.equals("parameters")) {
                        documented.add(member.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        // when
        Set<String> mapped = new TreeSet<>();
        endpoints()
                .forEach(endpoint -> endpoint.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                endpoint.getPatternValues().forEach(pattern -> mapped.add(method + " " + pattern))));
        // then
        assertThat(documented).isEqualTo(mapped);
    }

    @Test
    void shouldDocumentEveryContentTypeThatIsRead() {
        endpoints()
                .filter(endpoint -> !endpoint.getConsumesCondition().isEmpty())
                .forEach(endpoint -> {
                    String path = endpoint.getPatternValues().iterator().next();
                    assertThat(document.get("paths")
                                    .get(path)
                                    .at("/post/requestBody/content")
                                    .propertyNames())
                            .as(path)
                            .containsExactlyInAnyOrderElementsOf(
                                    endpoint.getConsumesCondition().getConsumableMediaTypes().stream()
                                            .map(MediaType::toString)
                                            .toList());
                });
    }

    @Test
    void shouldDocumentEveryProblemAndInventNone() {
        assertThat(document.at("/components/schemas/Problem/properties/type/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("about:blank"),
                                Arrays.stream(Problem.values())
                                        .map(problem -> String.valueOf(
                                                problem.detail("").getType())))
                        .toList());
    }

    @Test
    void shouldDocumentTheStatusOfEveryProblemSomewhere() {
        Set<String> statuses = new TreeSet<>();
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operation.path("responses").propertyNames().forEach(statuses::add)));
        assertThat(statuses)
                .containsAll(Arrays.stream(Problem.values())
                        .map(problem -> String.valueOf(problem.detail("").getStatus()))
                        .toList());
    }

    @Test
    void shouldReferOnlyToWhatIsThere() {
        document.findValues("$ref").forEach(reference -> {
            JsonNode target = document.at(reference.asString().substring(1));
            assertThat(target.isMissingNode()).as(reference.asString()).isFalse();
        });
    }

    @Test
    void shouldDescribeTheAnswersOfTheRegistry() {
        JsonNode list = gateway.get("/event-types").json();
        assertThat(schema("EventType").validate(list.get(0))).isEmpty();
        assertThat(schema("EventType").validate(list)).isNotEmpty();
        JsonNode detail = gateway.get("/event-types/bob.refund-requested").json();
        assertThat(schema("EventTypeDetail").validate(detail)).isEmpty();
        assertThat(schema("Schemas")
                        .validate(gateway.get("/event-types/bob.refund-requested/schemas")
                                .json()))
                .isEmpty();
        JsonNode problem = gateway.get("/event-types/nothing").json();
        assertThat(schema("Problem").validate(problem)).isEmpty();
        assertThat(schema("WritableEvent").validate(detail.get("example"))).isEmpty();
        assertThat(schema("WritableEvent").validate(problem)).isNotEmpty();
    }

    @Test
    void shouldNameEveryEventTypeAndThoseThatAreWrittenHere() {
        assertThat(names("EventTypeName"))
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
        assertThat(names("WritableEventTypeName"))
                .containsExactlyElementsOf(gateway.get("/event-types")
                        .json()
                        .valueStream()
                        .filter(type -> type.get("writable").asBoolean())
                        .map(type -> type.get("name").asString())
                        .toList());
    }

    @Test
    void shouldServeTheDocumentOfTheTopicsToo() {
        assertThat(gateway.get("/asyncapi.json").json().get("asyncapi").asString())
                .isEqualTo("3.0.0");
        assertThat(gateway.get("/asyncapi.json").header("Content-Type")).isEqualTo("application/json");
    }

    private static List<String> names(String schema) {
        return document.at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Schema schema(String name) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", document.get("components"));
        return SCHEMAS.getSchema(root);
    }

    private static Stream<RequestMappingInfo> endpoints() {
        Map<RequestMappingInfo, HandlerMethod> all = gateway.bean(
                        RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
                .getHandlerMethods();
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.refundtool."))
                .map(Map.Entry::getKey);
    }

    private static JsonNode resource() throws IOException {
        try (InputStream json = OpenApiTest.class.getResourceAsStream("/openapi/openapi-3.1.schema.json")) {
            return MAPPER.readTree(Objects.requireNonNull(json));
        }
    }
}

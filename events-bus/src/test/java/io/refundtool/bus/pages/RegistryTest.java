package io.refundtool.bus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the registry tells programs and people; it needs no broker for that. */
class RegistryTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("localhost:1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldListEveryEventTypeWithWhereMoreIsSaid() {
        // when
        JsonNode list = gateway.get("/event-types").json();

        // then
        assertThat(list.size()).isEqualTo(EventType.values().length);
        assertThat(list.get(0).toString())
                .isEqualTo("{\"name\":\"bob.refund-requested.v1\",\"event\":\"bob.refund-requested\",\"version\":1,"
                        + "\"title\":\"Refund requested\",\"topic\":\"bob.refund.v1\",\"writer\":\"bob\","
                        + "\"writers\":[\"bob\"],\"writable\":true,\"compatibility\":\"compatible\","
                        + "\"self\":\"/event-types/bob.refund-requested.v1\","
                        + "\"schema\":\"/event-types/bob.refund-requested.v1/schemas\"}");
        list.forEach(type -> {
            assertThat(gateway.get(type.get("self").asString()).status()).isEqualTo(200);
            assertThat(gateway.get(type.get("schema").asString()).status()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "?topic=payment.update.v1, 5",
        "?writer=bob, 3",
        "?topic=payment.update.v1&writer=bob, 0",
        "?topic=nothing, 0",
        "?topic=&writer=, 35"
    })
    void shouldNarrowTheListToATopicOrAWriter(String query, int count) {
        assertThat(gateway.get("/event-types" + query).json().size()).isEqualTo(count);
        assertThat(page("/event-types" + query).split("aria-label=\"Schema of ", -1))
                .hasSize(count + 1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellAllOfAnEventTypeToProgramsAndToPeople(EventType type) {
        // when
        JsonNode told = gateway.get("/event-types/" + type.wireName()).json();
        String page = page("/event-types/" + type.wireName());

        // then
        assertThat(told.at("/topic").asString()).isEqualTo(type.topic().topicName());
        assertThat(told.at("/readers").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(type.topic().readers());
        assertThat(told.at("/expects").isMissingNode()).isEqualTo(type.expects().isEmpty());
        assertThat(told.at("/versions/0/name").asString()).isEqualTo(type.wireName());
        assertThat(told.at("/example").isObject()).isTrue();
        assertThat(page)
                .contains("<h1>" + type.wireName() + "</h1>", type.topic().topicName(), "<code>compatible</code>")
                .contains(type.topic().readers());
        told.at("/schema/properties")
                .propertyNames()
                .forEach(property -> assertThat(page).contains("<th scope=\"row\"><code>" + property + "</code></th>"));
        told.at("/schema/$defs").properties().stream()
                .filter(shared ->
                        shared.getValue().has("enum") || shared.getValue().has("properties"))
                .forEach(shared -> assertThat(page).contains("<h3 id=\"" + shared.getKey() + "\">"));
        type.expects()
                .ifPresent(expected -> expected.anyOf()
                        .forEach(answer -> assertThat(page).contains("<a href=\"/event-types/" + answer + "\">")));
    }

    @Test
    void shouldTakeANameWithoutAVersionForTheEventInAllOfThem() {
        // when
        JsonNode latest = gateway.get("/event-types/payment.money-refunded").json();
        JsonNode schemas =
                gateway.get("/event-types/payment.money-refunded/schemas").json();

        // then
        assertThat(latest.at("/name").asString()).isEqualTo("payment.money-refunded.v1");
        assertThat(schemas.at("/event").asString()).isEqualTo("payment.money-refunded");
        assertThat(schemas.at("/items").size()).isEqualTo(1);
        assertThat(schemas.at("/items/0/type/name").asString()).isEqualTo("payment.money-refunded.v1");
        assertThat(schemas.at("/items/0/schema")).isEqualTo(latest.at("/schema"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/event-types/payment.money-refunded.v1/schemas",
                "/event-types/payment.money-refunded.v1/schemas/1",
                "/event-types/payment.money-refunded/schemas/1",
                "/event-types/payment.money-refunded/schemas/latest"
            })
    void shouldGiveTheSchemaAlone(String path) {
        // when
        Reply schema = gateway.get(path, "Accept", "application/schema+json");

        // then
        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.header("Content-Type")).isEqualTo("application/json");
        assertThat(schema.header("Vary")).contains("Accept");
        assertThat(schema.json().at("/title").asString()).isEqualTo("Money refunded");
        assertThat(page(path)).contains("<h1>Schema of payment.money-refunded.v1</h1>", "&quot;$schema&quot;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/event-types/payment.money-refunded/schemas/2 | payment.money-refunded.v1",
                "/event-types/payment.money-refunded/schemas/01 | payment.money-refunded.v1",
                "/event-types/payment.money-refunded.v1/schemas/x | payment.money-refunded.v1",
                "/event-types/payment.money-refunded.v2 | payment.money-refunded.v1",
                "/event-types/payment.money-refunded.v2/schemas | payment.money-refunded.v1",
                "/event-types/payment.money | is none",
                "/event-types/%3Cb%3E | not a name"
            })
    void shouldSayWhatThereIsWhereNothingIs(String path, String told) {
        // when
        Reply problem = gateway.get(path);
        Reply page = gateway.get(path, "Accept", BROWSER);

        // then
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.json().at("/detail").asString()).contains(told);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.response().body()).contains(told).doesNotContain("<b>");
    }

    @Test
    void shouldRefuseAFormThatItDoesNotHave() {
        assertThat(gateway.get("/event-types", "Accept", "image/png").status()).isEqualTo(406);
    }

    @Test
    void shouldMakePagesThatNeedNothingFromElsewhere() {
        for (String path : new String[] {
            "/event-types", "/event-types/bob.refund-requested.v1", "/event-types/bob.refund-requested/schemas"
        }) {
            // when
            Reply page = gateway.get(path, "Accept", BROWSER);
            // then
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(page.response().body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<html lang=\"en\">", "<main id=\"main\">")
                    .doesNotContain("<script", "src=", "href=\"http", "@import", "url(");
        }
    }

    @Test
    void shouldLinkOnlyToWhatIsThere() {
        // given
        String list = page("/event-types");
        for (Topic topic : Topic.values()) {
            assertThat(list.contains("<h2 id=\"" + topic.topicName() + "\">")).isEqualTo(!topic.deadLetters());
        }
        // then
        Pattern.compile("href=\"(/event-types[^\"#]*)\"")
                .matcher(list)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(link -> assertThat(gateway.get(link).status()).as(link).isEqualTo(200));
    }

    private static String page(String path) {
        Reply reply = gateway.get(path, "Accept", BROWSER);
        assertThat(reply.status()).isEqualTo(200);
        return reply.response().body();
    }
}

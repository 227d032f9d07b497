package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Topic;
import io.refundtool.fiscalization.LettersClient.Answer;
import io.refundtool.testservers.NeedsServers;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators' requests about dead letters, and what they are told of bad ones. */
@NeedsServers
class DeadLettersTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.patient();

    private final FiscalizationFixture service = SERVICE.get();
    private final LettersClient letters = new LettersClient(service);

    @Test
    void shouldDropSeveralAndThenAllOfACause() {
        // given
        write("letters-a");
        write("letters-b");
        write("letters-c");
        patiently().until(() -> waiting().size() == 3);
        List<String> ids = waiting();

        // when
        Answer one = post("/decisions", """
                {"action": "drop", "reason": "broken", "ids": ["%s", "nothing-0-0"]}""".formatted(ids.getFirst()), "k1");
        Answer repeated = post("/decisions", """
                {"action": "drop", "reason": "broken", "ids": ["%s", "nothing-0-0"]}""".formatted(ids.getFirst()), "k1");
        Answer rest = post("/decisions", """
                {"action": "drop", "reason": "all broken", "cause": "MISSING_TYPE"}""", "k2");

        // then
        assertThat(one.status()).isEqualTo(207);
        assertThat(one.body()
                        .path("results")
                        .path(0)
                        .path("decision")
                        .path("repeated")
                        .asBoolean())
                .isFalse();
        assertThat(one.body().path("results").path(1).path("status").asInt()).isEqualTo(404);
        assertThat(repeated.body()
                        .path("results")
                        .path(0)
                        .path("decision")
                        .path("repeated")
                        .asBoolean())
                .isTrue();
        assertThat(rest.status()).isEqualTo(200);
        assertThat(rest.body().path("results")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rest.body().path("more").asBoolean()).isFalse();
        assertThat(waiting()).isEmpty();
        assertThat(get("/decisions")
                        .body()
                        .path("decisions")
                        .valueStream()
                        .map(each -> each.path("operator").asString()))
                .containsOnly("Ann");
    }

    @Test
    void shouldStartOnTheDatabaseOfAnEarlierVersion() {
        // when the tables and the column of later migrations are not there yet
        service.restartAfter(
                "drop table parked_event, parked_order, dead_letter_decision, dead_letter, dead_letter_offset",
                "alter table inbox drop column content_digest",
                "delete from flyway_schema_history where version in ('0.2', '0.3')");
        write("letters-later");

        // then
        patiently().until(() -> waiting().size() == 1);
        assertThat(service.value("select max(version) from flyway_schema_history"))
                .isEqualTo("3");
        post("/" + waiting().getFirst() + "/decisions", """
                {"action": "drop", "reason": "broken"}""", "k3");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() {
        problem(get("?state=lost"), 400, "Expected state to be one of waiting, published-again, dropped");
        problem(get("?limit=501"), 400, "Expected limit between 1 and 500");
        problem(get("/nothing-0-0"), 404, "Expected a dead letter nothing-0-0, but there is none");
        problem(post("/decisions", "{", "k"), 400, "Expected JSON");
        problem(post("/decisions", "{}", "k"), 400, "Expected either ids or a cause");
        problem(post("/x/decisions", """
                {"action": "burn", "reason": "r"}""", "k"), 400, "Expected action to be one of publish, drop");
        problem(post("/x/decisions", """
                {"action": "drop"}""", "k"), 400, "Expected reason to have words");
        problem(post("/x/decisions", """
                {"action": "publish", "reason": "r", "notBefore": "soon"}""", "k"), 400, "notBefore");
        problem(post("/x/decisions", """
                {"action": "drop", "reason": "r", "by": "me"}""", "k"), 400, "another property");
        problem(letters.postOfNobody("/x/decisions", "{}"), 400, "X-Operator");
    }

    private static void problem(Answer answer, int status, String sentence) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().path("detail").asString()).contains(sentence);
    }

    private void write(String order) {
        service.outside.send(new ProducerRecord<>(Topic.REFUND_UPDATE_V1.topicName(), order, new byte[] {(byte) 0xFF}));
    }

    private List<String> waiting() {
        return get("?state=waiting&cause=MISSING_TYPE")
                .body()
                .path("letters")
                .valueStream()
                .filter(letter -> letter.path("orderId").asString("").startsWith("letters-"))
                .map(letter -> letter.path("id").asString())
                .toList();
    }

    private Answer get(String path) {
        return letters.get(path);
    }

    private Answer post(String path, String json, String key) {
        return letters.post(path, json, key);
    }
}

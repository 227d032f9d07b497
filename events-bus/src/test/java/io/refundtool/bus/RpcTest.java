package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.testservers.NeedsServers;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON-RPC 2.0 over HTTP and a real broker; the examples without events are those of the specification. */
@NeedsServers
class RpcTest {

    @RegisterExtension
    static final SharedGateway SHARED = new SharedGateway();

    private RunningGateway gateway;
    private TopicReader payments;

    @BeforeEach
    void use() {
        gateway = SHARED.gateway();
        payments = SHARED.payments();
    }

    @Test
    void shouldPublishEventsAndAnswerUnderTheIdOfTheCall() {
        // when
        Reply reply = rpc(call("\"id\": \"call-1\", ", events(moneyRefunded("rpc-1"), moneyRefunded("rpc-2"))));

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().toString()).isEqualTo("""
                {"jsonrpc":"2.0","result":{"items":[\
                {"eid":"rpc-1","publishing_status":"submitted","step":"publishing","detail":""},\
                {"eid":"rpc-2","publishing_status":"submitted","step":"publishing","detail":""}]},"id":"call-1"}""");
        assertThat(payments.awaitEvent("rpc-2").offset())
                .isEqualTo(payments.awaitEvent("rpc-1").offset() + 1);
    }

    @Test
    void shouldPublishOneEventWhateverTheOrderOfTheParameters() {
        // given
        String params = "{\"event\": %s, \"eventType\": \"%s\"}".formatted(moneyRefunded("rpc-one"), MONEY_REFUNDED);

        // when
        Reply reply = rpc("{\"params\": %s, \"id\": 7.5, \"method\": \"events.publish\", \"jsonrpc\": \"2.0\"}"
                .formatted(params));

        // then
        assertThat(reply.json().at("/result/items/0/publishing_status").asString())
                .isEqualTo("submitted");
        assertThat(reply.json().path("id").toString()).isEqualTo("7.5");
        assertThat(payments.awaitEvent("rpc-one").key()).isEqualTo("o-1");
    }

    @Test
    void shouldNotAnswerNotifications() {
        // when
        Reply one = rpc(call("", events(moneyRefunded("rpc-notified"))));
        Reply unknown = rpc("{\"jsonrpc\": \"2.0\", \"method\": \"foobar\"}");
        Reply wrong = rpc("{\"jsonrpc\": \"2.0\", \"method\": \"events.publish\", \"params\": [1]}");
        Reply all = rpc(batch(call("", events(moneyRefunded("rpc-notified-2"))), call("", "{}")));

        // then
        for (Reply reply : new Reply[] {one, unknown, wrong, all}) {
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.response().body()).isEmpty();
        }
        assertThat(payments.awaitEvent("rpc-notified").key()).isEqualTo("o-1");
        assertThat(payments.awaitEvent("rpc-notified-2").key()).isEqualTo("o-1");
    }

    @Test
    void shouldAnswerABatchCallByCallWithoutItsNotifications() {
        // when
        Reply reply = rpc(batch(
                call("\"id\": 1, ", events(moneyRefunded("rpc-batch-1"))),
                call("", events(moneyRefunded("rpc-batch-2"))),
                "1",
                "{\"foo\": \"boo\"}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"foo.get\", \"id\": \"5\"}",
                call("\"id\": null, ", events(moneyRefunded("rpc-batch-3")))));

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()
                        .valueStream()
                        .map(response -> response.path("id") + " "
                                + response.at("/error/code").asInt(0)))
                .containsExactly("1 0", "null -32600", "null -32600", "\"5\" -32601", "null 0");
        assertThat(payments.awaitEvent("rpc-batch-3").offset())
                .isEqualTo(payments.awaitEvent("rpc-batch-1").offset() + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz] | -32700 | Parse error | null",
                "[ {\"jsonrpc\": \"2.0\", \"method\": \"sum\", \"id\": \"1\"}, {\"jsonrpc\": \"2.0\", \"method\" ] | -32700 | Parse error | null",
                "`` | -32700 | Parse error | null",
                "{} {} | -32700 | Parse error | null",
                "{\"id\": 1, \"id\": 2} | -32700 | Parse error | null",
                "[] | -32600 | Invalid Request | null",
                "7 | -32600 | Invalid Request | null",
                "{\"jsonrpc\": \"2.0\", \"method\": 1, \"params\": \"bar\"} | -32600 | Invalid Request | null",
                "{\"jsonrpc\": \"1.0\", \"method\": \"events.publish\", \"id\": 3} | -32600 | Invalid Request | 3",
                "{\"method\": \"events.publish\", \"id\": \"x\"} | -32600 | Invalid Request | \"x\"",
                "{\"jsonrpc\": \"2.0\", \"method\": \"events.publish\", \"params\": 1, \"id\": 3} | -32600 | Invalid Request | 3",
                "{\"jsonrpc\": \"2.0\", \"method\": \"events.publish\", \"id\": {}} | -32600 | Invalid Request | null",
                "{\"jsonrpc\": \"2.0\", \"method\": \"foobar\", \"id\": \"1\"} | -32601 | Method not found | \"1\"",
                "{\"jsonrpc\": \"2.0\", \"method\": \"rpc.discover\", \"id\": 1} | -32601 | Method not found | 1",
                "{\"jsonrpc\": \"2.0\", \"method\": \"events.publish\", \"id\": 1} | -32602 | Invalid params | 1",
                "{\"jsonrpc\": \"2.0\", \"method\": \"events.publish\", \"params\": [], \"id\": 1} | -32602 | Invalid params | 1"
            })
    void shouldAnswerTheErrorsOfTheSpecification(String body, int code, String message, String id) {
        // when
        Reply reply = rpc(body);

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(reply.json().at("/error/message").asString()).isEqualTo(message);
        assertThat(reply.json().at("/error/data/detail").asString()).startsWith("Expected ");
        assertThat(reply.json().path("id").toString()).isEqualTo(id);
        assertThat(reply.json().has("result")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eventType\": 1, \"events\": []} | -32602 | eventType as a string",
                "{\"eventType\": \"payment.money-refunded.v1\"} | -32602 | but it has neither",
                "{\"eventType\": \"payment.money-refunded.v1\", \"event\": {}, \"events\": []} | -32602 | but it has both",
                "{\"eventType\": \"payment.money-refunded.v1\", \"events\": [], \"x\": 1} | -32602 | but there are others",
                "{\"eventType\": \"payment.money-refunded.v1\", \"events\": []} | -32602 | the array is empty (line 1",
                "{\"eventType\": \"payment.money-refunded.v1\", \"events\": {}} | -32602 | Expected a JSON array of events",
                "{\"eventType\": \"payment.money-refunded.v1\", \"event\": []} | -32602 | Expected an event as a JSON object",
                "{\"eventType\": \"payment.money-burnt.v1\", \"events\": []} | -32005 | but eventType is none",
                "{\"eventType\": \"payment.money-refunded.v7\", \"events\": []} | -32006 | (payment.money-refunded.v1)",
                "{\"eventType\": \"refund.approved.v1\", \"events\": []} | -32007 | is written by refund-service alone"
            })
    void shouldSayWhatIsWrongWithTheParameters(String params, int code, String expected) {
        // when
        Reply reply = rpc(call("\"id\": 1, ", params));

        // then
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(reply.json().at("/error/data/detail").asString()).contains(expected);
    }

    @Test
    void shouldAnswerRefusedEventsWithTheResultOfEach() {
        // when
        Reply reply = rpc(call(
                "\"id\": 1, ",
                events(moneyRefunded("rpc-good"), moneyRefunded("rpc-bad").replace("1999", "-1"))));

        // then
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32001);
        assertThat(reply.json().at("/error/data/items/0/publishing_status").asString())
                .isEqualTo("aborted");
        assertThat(reply.json().at("/error/data/items/1/detail").asString())
                .isEqualTo("/data/amountMinor: must be at least 1, but is -1");
    }

    @Test
    void shouldTellAConflictFromOtherRefusals() {
        // given
        rpc(call("", events(moneyRefunded("rpc-conflict"))));

        // when
        Reply reply =
                rpc(call("\"id\": 1, ", events(moneyRefunded("rpc-conflict").replace("1999", "2000"))));

        // then
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32002);
    }

    @Test
    void shouldLimitTheCallsOfABatchAndTheEventsOfACall() {
        // given
        String[] calls = Collections.nCopies(101, call("\"id\": 1, ", "{}")).toArray(String[]::new);
        String[] items = Collections.nCopies(1_001, moneyRefunded("rpc-many")).toArray(String[]::new);

        // when
        Reply manyCalls = rpc(batch(calls));
        Reply manyEvents = rpc(call("\"id\": 1, ", events(items)));

        // then
        assertThat(manyCalls.json().at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(manyCalls.json().at("/error/data/detail").asString())
                .contains("at most 100 calls, but there are 101");
        assertThat(manyEvents.json().at("/error/code").asInt()).isEqualTo(-32008);
    }

    @Test
    void shouldAnswerWithAProblemWhereTheBodyIsNotEvenRead() {
        // then
        assertThat(gateway.post("/rpc", "text/plain", "{}").status()).isEqualTo(415);
        Reply large = rpc(" ".repeat(4_000_001));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.header("Content-Type")).startsWith("application/problem+json");
        assertThat(gateway.get("/rpc").status()).isEqualTo(405);
    }

    @Test
    void shouldSayThatKafkaIsAwayAndTryNothingBehindThat() {
        // given
        try (var lonely = new RunningGateway("localhost:1", "--refundtool.bus.max-block=100ms")) {
            // when
            Reply reply = lonely.post(
                    "/rpc",
                    "application/json",
                    batch(
                            call("\"id\": 1, ", events(moneyRefunded("rpc-away"))),
                            call("\"id\": 2, ", events(moneyRefunded("rpc-behind")))));

            // then
            assertThat(reply.json().at("/0/error/code").asInt()).isEqualTo(-32004);
            assertThat(reply.json()
                            .at("/0/error/data/items/0/publishing_status")
                            .asString())
                    .isEqualTo("failed");
            assertThat(reply.json().at("/1/error/code").asInt()).isEqualTo(-32004);
            assertThat(reply.json().at("/1/error/data/detail").asString()).contains("was not tried");
        }
    }

    private Reply rpc(String body) {
        return gateway.post("/rpc", "application/json", body);
    }

    private static String call(String id, String params) {
        return "{\"jsonrpc\": \"2.0\", %s\"method\": \"events.publish\", \"params\": %s}".formatted(id, params);
    }

    private static String events(String... items) {
        return "{\"eventType\": \"%s\", \"events\": %s}".formatted(MONEY_REFUNDED, batch(items));
    }
}

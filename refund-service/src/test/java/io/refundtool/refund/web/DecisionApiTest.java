package io.refundtool.refund.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.refundtool.messaging.EventLog;
import io.refundtool.refund.operators.FakeRefunds;
import io.refundtool.refund.operators.OperatorDecisions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DecisionApiTest {

    private static final String ONE = "/api/v1/orders/O-1/refunds/R-1/decisions";
    private static final String LIST = "/api/v1/decisions";
    private static final String RETRY = "{'decision':'retry','reason':'Payment is back'}";

    private final FakeRefunds refunds = new FakeRefunds();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final OperatorDecisions decisions = new OperatorDecisions(
            refunds,
            new EventLog(kafka, Duration.ofSeconds(1)),
            Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new DecisionController(decisions), new DecisionListController(decisions))
            .setControllerAdvice(new Problems(_ -> List.of()))
            .build();

    @Test
    void shouldAcceptADecisionAndSayWhereToLook() throws Exception {
        send(ONE, RETRY)
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", ONE))
                .andExpect(jsonPath("$.eventId").isNotEmpty())
                .andExpect(jsonPath("$.eventType").value("operator.retry-ordered.v1"))
                .andExpect(jsonPath("$.repeated").value(false))
                .andExpect(jsonPath("$.refund").value("/api/v1/orders/O-1/refunds/R-1"));
    }

    @Test
    void shouldAskWhoDecides() throws Exception {
        http.perform(json(ONE, RETRY))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("X-Operator")));
    }

    @Test
    void shouldNameTheFieldThatIsWrong() throws Exception {
        send(ONE, "{'decision':'change-payout','reason':'x','payout':{'kind':'cheque'}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("payout.kind"))
                .andExpect(jsonPath("$.detail").value(startsWith("Expected payout.kind")));
    }

    @Test
    void shouldRefuseWhatIsNoJsonOrTooLarge() throws Exception {
        send(ONE, "{'decision':")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(startsWith("Expected JSON, but in line 1, column")));
        send(ONE, "{'decision':'retry','decision':'reject','reason':'x'}").andExpect(status().isBadRequest());
        send(ONE, "").andExpect(status().isBadRequest());
        send(ONE, "'" + "x".repeat(DecisionController.MAX_BODY_BYTES) + "'").andExpect(status().isContentTooLarge());
    }

    @Test
    void shouldAnswerForUnknownRefundsAndReusedKeys() throws Exception {
        send("/api/v1/orders/O-9/refunds/R-1/decisions", RETRY).andExpect(status().isNotFound());
        http.perform(json(ONE, RETRY).header("X-Operator", "Ann").header("Idempotency-Key", "k"))
                .andExpect(status().isAccepted());
        http.perform(json(ONE, "{'decision':'pause','reason':'x'}")
                        .header("X-Operator", "Ann")
                        .header("Idempotency-Key", "k"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void shouldAskToComeAgainWhenKafkaOrTheStoresAreAway() throws Exception {
        kafka.sendException = new TimeoutException("no metadata");
        send(ONE, RETRY).andExpect(status().isServiceUnavailable()).andExpect(header().exists("Retry-After"));
        send(LIST, "[{'orderId':'O-1','refundId':'R-1'," + RETRY.substring(1) + "]")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.results[0].status").value(503));
        refunds.restore();
        send(ONE, RETRY).andExpect(status().isServiceUnavailable());
    }

    @Test
    void shouldAnswerForEachDecisionOfAList() throws Exception {
        send(LIST, """
                [{'orderId':'O-1','refundId':'R-1','id':'a','decision':'retry','reason':'x'},
                 {'orderId':'O-9','refundId':'R-1','decision':'retry','reason':'x'},
                 {'orderId':'O-2','refundId':'R-1','decision':'retry'},
                 7]
                """)
                .andExpect(status().isMultiStatus())
                .andExpect(jsonPath("$.results", hasSize(4)))
                .andExpect(jsonPath("$.results[0].status").value(202))
                .andExpect(jsonPath("$.results[0].id").value("a"))
                .andExpect(jsonPath("$.results[0].decision.refund").value("/api/v1/orders/O-1/refunds/R-1"))
                .andExpect(jsonPath("$.results[1].status").value(404))
                .andExpect(jsonPath("$.results[2].status").value(400))
                .andExpect(jsonPath("$.results[2].index").value(2))
                .andExpect(jsonPath("$.results[2].problem.field").value("reason"))
                .andExpect(jsonPath("$.results[3].status").value(400));
    }

    @Test
    void shouldSayWhetherAllOrNoneOfAListIsWritten() throws Exception {
        send(LIST, list(500)).andExpect(status().isOk()).andExpect(jsonPath("$.results", hasSize(500)));
        send(LIST, list(501)).andExpect(status().isContentTooLarge());
        send(LIST, "[]").andExpect(status().isBadRequest());
        send(LIST, "[{}]")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.results[0].status").value(400));
    }

    @Test
    void shouldKnowTheItemsOfAListAgainByTheListsKey() throws Exception {
        for (int i = 0; i < 2; i++) {
            http.perform(json(LIST, list(2)).header("X-Operator", "Ann").header("Idempotency-Key", "k"))
                    .andExpect(status().isOk());
        }
        org.assertj.core.api.Assertions.assertThat(kafka.history().stream()
                        .map(sent -> new String(
                                sent.headers().lastHeader("ce_id").value(), java.nio.charset.StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(2);
    }

    private static String list(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "{'orderId':'A-" + i + "','refundId':'R-1'," + RETRY.substring(1))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private ResultActions send(String path, String body) throws Exception {
        return http.perform(json(path, body).header("X-Operator", "Ann"));
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"'));
    }
}

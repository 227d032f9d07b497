package io.refundtool.refund.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.operator.MarkedPaid;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.events.operator.Paused;
import io.refundtool.events.operator.PayoutChanged;
import io.refundtool.events.operator.RefundRejected;
import io.refundtool.events.operator.Resumed;
import io.refundtool.events.operator.RetryOrdered;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.Traces;
import io.refundtool.messaging.UnreadableEventException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class OperatorDecisionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TRACEPARENT = Traces.newTraceparent();
    private static final String RETRY = "{'decision':'retry','reason':'Payment is back'}";

    private final FakeRefunds refunds = new FakeRefunds();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final List<Instant> times = new ArrayList<>(List.of(NOON));
    private final OperatorDecisions decisions =
            new OperatorDecisions(refunds, new EventLog(kafka, Duration.ofSeconds(1)), clock());

    @Test
    void shouldStateEachDecisionAsAnEvent() {
        // when
        List.of(
                        RETRY,
                        "{'decision':'change-payout','reason':'new card','payout':{'kind':'card','reference':'c-2'}}",
                        "{'decision':'mark-paid','reason':'by bank','transactionId':'T-9','paidAt':'2026-03-01T11:00:00Z'}",
                        "{'decision':'reject','reason':'fraud'}",
                        "{'decision':'pause','reason':'to look at it'}",
                        "{'decision':'resume','reason':'looked at it'}",
                        "{'decision':'add-note','note':'The customer called.'}")
                .forEach(body -> submit(null, body));

        // then
        assertThat(written().stream().<Event>map(Envelope::event))
                .containsExactly(
                        new RetryOrdered("O-1", "R-1", Country.DE, "Ann", "Payment is back", NOON),
                        new PayoutChanged(
                                "O-1", "R-1", Country.DE, "Ann", "new card", NOON, new Payout(PayoutKind.CARD, "c-2")),
                        new MarkedPaid(
                                "O-1",
                                "R-1",
                                Country.DE,
                                "Ann",
                                "by bank",
                                NOON,
                                "T-9",
                                Instant.parse("2026-03-01T11:00:00Z")),
                        new RefundRejected("O-1", "R-1", Country.DE, "Ann", "fraud", NOON),
                        new Paused("O-1", "R-1", Country.DE, "Ann", "to look at it", NOON),
                        new Resumed("O-1", "R-1", Country.DE, "Ann", "looked at it", NOON),
                        new NoteAdded("O-1", "R-1", Country.DE, "Ann", "", NOON, "The customer called."));
        assertThat(written()).extracting(Envelope::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldWriteTheRecordAsEveryReaderExpectsIt() {
        // when
        submit(null, RETRY);

        // then
        ProducerRecord<String, byte[]> sent = kafka.history().getFirst();
        assertThat(sent.topic()).isEqualTo("refund.operator.v1");
        assertThat(sent.key()).isEqualTo("O-1");
        Envelope<?> envelope = written().getFirst();
        assertThat(envelope.source()).isEqualTo("/refund-service");
        assertThat(envelope.time()).isEqualTo(NOON);
        assertThat(Traces.traceId(envelope.traceparent())).isEqualTo(Traces.traceId(TRACEPARENT));
    }

    @Test
    void shouldWriteARepetitionAsItWasTheFirstTime() {
        // given
        times.add(NOON.plusSeconds(5));

        // when
        DecisionResult first = submit("key-1", RETRY);
        DecisionResult again = submit("key-1", RETRY);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(written()).hasSize(2);
        assertThat(kafka.history().getLast().value())
                .isEqualTo(kafka.history().getFirst().value());
    }

    @Test
    void shouldWriteNothingWhenTheDecisionWasApplied() {
        // given
        DecisionResult.Written first = (DecisionResult.Written) submit("key-1", RETRY);
        refunds.applied.put(
                first.eventId(), (OperatorDecision) written().getFirst().event());
        kafka.clear();
        OperatorDecisions restarted =
                new OperatorDecisions(refunds, new EventLog(kafka, Duration.ofSeconds(1)), clock());
        times.add(NOON.plusSeconds(5));

        // when
        DecisionResult again =
                restarted.submit(List.of(request("O-1", "key-1", RETRY))).getFirst();

        // then
        assertThat(again).isEqualTo(new DecisionResult.Repeated(first.eventId(), first.type()));
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void shouldRefuseAKeyThatStandsForAnotherDecision() {
        // given
        submit("key-1", RETRY);

        // then
        assertThat(submit("key-1", "{'decision':'pause','reason':'x'}")).isInstanceOf(DecisionResult.KeyReused.class);
        assertThat(submit("key-1", "{'decision':'retry','reason':'another'}"))
                .isInstanceOf(DecisionResult.KeyReused.class);
        assertThat(submit("key-2", "{'decision':'pause','reason':'x'}")).isInstanceOf(DecisionResult.Written.class);
        assertThat(written()).hasSize(2);
    }

    @Test
    void shouldGiveEachOperatorKeysOfTheirOwn() {
        // when
        DecisionResult ann = submit("key-1", RETRY);
        DecisionResult bob = decisions
                .submit(List.of(new DecisionRequest("O-1", "R-1", "Bob", "key-1", null, json(RETRY))))
                .getFirst();

        // then
        assertThat(bob).isInstanceOf(DecisionResult.Written.class).isNotEqualTo(ann);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                | decision             | it is missing
            {'decision':'refund','reason':'x'}                                | decision             | it is another word
            {'decision':7,'reason':'x'}                                       | decision             | of the kind number
            {'decision':'retry'}                                              | reason               | missing
            {'decision':'retry','reason':' '}                                 | reason               | it has none
            {'decision':'retry','reason':5}                                   | reason               | Expected reason
            {'decision':'retry','reason':'a\\nb'}                             | reason               | Expected reason
            {'decision':'retry','reason':'\\ud800'}                           | reason               | Expected reason
            {'decision':'retry','reason':'x','country':'US'}                  | country              | the service sets it
            {'decision':'retry','reason':'x','operator':'Eve'}                | operator             | the service sets it
            {'decision':'retry','reason':'x','note':'y'}                      | note                 | Expected note
            {'decision':'add-note','note':''}                                 | note                 | it has none
            {'decision':'mark-paid','reason':'x','paidAt':'2026-03-01T11:00:00Z'} | transactionId    | missing
            {'decision':'mark-paid','reason':'x','transactionId':'T','paidAt':'today'} | paidAt      | Expected paidAt
            {'decision':'change-payout','reason':'x','payout':{'kind':'cheque'}} | payout.kind       | cheque
            []                                                                | ''                   | of the kind array
            """)
    void shouldNameThePlaceThatIsWrong(String body, String field, String sentence) {
        assertThat(submit(null, body)).isInstanceOfSatisfying(DecisionResult.Invalid.class, it -> {
            assertThat(it.field()).isEqualTo(field);
            assertThat(it.sentence()).startsWith("Expected ").contains(sentence);
        });
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void shouldRefuseIdsThatNoOrderCanHave() {
        assertThat(decisions
                        .submit(List.of(request("O-1\0R-1", null, RETRY), request("", null, RETRY)))
                        .toString())
                .contains("field=orderId")
                .doesNotContain("Written");
    }

    @Test
    void shouldRefuseAReasonThatTheSpecRefuses() {
        assertThat(submit(null, "{'decision':'retry','reason':'" + "x".repeat(2001) + "'}"))
                .isInstanceOf(DecisionResult.Invalid.class);
        assertThat(submit(null, "{'decision':'retry','reason':'" + "😀".repeat(2000) + "'}"))
                .isInstanceOf(DecisionResult.Written.class);
    }

    @Test
    void shouldGiveAResultForEachInOrder() {
        // when
        List<DecisionResult> results = decisions.submit(List.of(
                request("O-1", null, RETRY),
                request(FakeRefunds.UNKNOWN_ORDER, null, RETRY),
                request("O-2", null, "{}"),
                request("O-3", null, RETRY)));

        // then
        assertThat(results)
                .hasExactlyElementsOfTypes(
                        DecisionResult.Written.class,
                        DecisionResult.UnknownRefund.class,
                        DecisionResult.Invalid.class,
                        DecisionResult.Written.class);
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("O-1", "O-3");
    }

    @Test
    void shouldSayThatKafkaIsAway() {
        // given
        kafka.sendException = new TimeoutException("no metadata");

        // then
        assertThat(decisions.submit(List.of(request("O-1", null, RETRY), request("O-2", null, RETRY))))
                .hasOnlyElementsOfType(DecisionResult.Unavailable.class);
    }

    @Test
    void shouldSayThatTheStoreIsNotReadable() {
        // given
        refunds.restore();

        // then
        assertThat(submit(null, RETRY)).isInstanceOf(DecisionResult.Unavailable.class);
        assertThat(kafka.history()).isEmpty();
    }

    private DecisionResult submit(@Nullable String key, String body) {
        return decisions.submit(List.of(request("O-1", key, body))).getFirst();
    }

    private static DecisionRequest request(String orderId, @Nullable String key, String body) {
        return new DecisionRequest(orderId, "R-1", "Ann", key, TRACEPARENT, json(body));
    }

    private static tools.jackson.databind.JsonNode json(String body) {
        return new JsonMapper().readTree(body.replace('\'', '"'));
    }

    private List<Envelope<?>> written() {
        return kafka.history().stream()
                .<Envelope<?>>map(OperatorDecisionsTest::read)
                .toList();
    }

    private static Envelope<?> read(ProducerRecord<String, byte[]> sent) {
        try {
            return CloudEvents.read(sent.topic(), sent.key(), sent.headers(), sent.value());
        } catch (UnreadableEventException e) {
            throw new AssertionError("Nobody can read what was written", e);
        }
    }

    /** Says the given times one after the other, the last one for ever. */
    private Clock clock() {
        InstantSource source = () -> times.size() > 1 ? times.removeFirst() : times.getFirst();
        return source.withZone(ZoneOffset.UTC);
    }
}

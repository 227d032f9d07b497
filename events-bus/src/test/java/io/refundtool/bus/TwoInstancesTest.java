package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two instances behind a client that takes them in turn behave as one: neither knows anything that the other lacks. */
@NeedsServers
class TwoInstancesTest {

    private static final String BROKER = SharedServers.kafka().bootstrapServers();

    private static List<RunningGateway> instances;
    private static TopicReader payments;
    private int turn;

    @BeforeAll
    static void start() {
        instances = List.of(RunningGateway.ready(BROKER), RunningGateway.ready(BROKER));
        payments = new TopicReader(BROKER, Topic.PAYMENT_UPDATE_V1);
    }

    @AfterAll
    static void stop() {
        payments.close();
        instances.forEach(RunningGateway::close);
    }

    @Test
    void shouldKeepTheOrderOfEventsThatAreSentInTurn() {
        // when
        List<String> eids = IntStream.range(0, 40).mapToObj(i -> "turn-" + i).toList();
        eids.forEach(eid -> assertThat(publish(moneyRefunded(eid)).status()).isEqualTo(200));

        // then
        List<ConsumerRecord<String, byte[]>> written =
                eids.stream().map(payments::awaitEvent).toList();
        assertThat(written)
                .extracting(ConsumerRecord::partition)
                .containsOnly(written.getFirst().partition());
        assertThat(written).extracting(ConsumerRecord::offset).isSorted();
    }

    @Test
    void shouldAcceptFromOneWhatTheOtherHasWrittenAndWriteTheSameBytes() {
        // given
        Reply first = publish(moneyRefunded("turn-again"));

        // when
        Reply second = publish(moneyRefunded("turn-again"));

        // then
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        payments.awaitEvent("turn-again");
        assertThat(payments.allOf("turn-again"))
                .hasSize(2)
                .extracting(found -> new String(found.value(), UTF_8))
                .containsOnly(new String(payments.awaitEvent("turn-again").value(), UTF_8));
    }

    @Test
    void shouldGoOnWhenOneOfThemStops() {
        // given
        try (var third = RunningGateway.ready(BROKER)) {
            assertThat(third.publish(MONEY_REFUNDED, batch(moneyRefunded("turn-both")))
                            .status())
                    .isEqualTo(200);
        }

        // when
        Reply reply = publish(moneyRefunded("turn-left"));

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(payments.awaitEvent("turn-left").offset())
                .isGreaterThan(payments.awaitEvent("turn-both").offset());
    }

    static Stream<BadInput> badInputs() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void shouldAnswerAlike(BadInput bad) {
        // when
        Reply one = next().publish(bad.type(), bad.body());
        Reply other = next().publish(bad.type(), bad.body());

        // then
        assertThat(one.status()).isEqualTo(bad.status());
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(other.response().body()).isEqualTo(one.response().body());
    }

    private Reply publish(String event) {
        return next().publish(MONEY_REFUNDED, batch(event));
    }

    private RunningGateway next() {
        return instances.get(turn++ % instances.size());
    }
}

package io.refundtool.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.bus.SteadyProducer.Answer;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A broker that stops while batches of 100 are written, and comes back: every answer is true, and nobody has to help. */
@NeedsServers
class BrokerStoppedUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldAnswerForEachEventWhatHappenedAndRecoverByItself() throws Exception {
        // given
        OwnKafka broker = OwnKafka.started();
        String address = broker.bootstrapServers();
        try (broker;
                var gateway = new RunningGateway(
                        address, "--refundtool.bus.delivery-timeout=2s", "--refundtool.bus.max-block=500ms");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await().atMost(PATIENCE)
                    .until(() -> gateway.get("/actuator/health/readiness").status() == 200);
            List<SteadyProducer> producers = Stream.of("a", "b", "c")
                    .map(name -> new SteadyProducer(name, gateway))
                    .toList();
            List<Future<?>> running = new ArrayList<>();
            producers.forEach(producer -> running.add(threads.submit(producer)));
            awaitAll(producers, running, SteadyProducer::hasPublished);

            // when
            broker.stop();
            awaitAll(producers, running, SteadyProducer::hasSeenAFailure);
            broker.start();
            awaitAll(producers, running, SteadyProducer::hasRecovered);
            producers.forEach(SteadyProducer::stop);
            for (Future<?> thread : running) {
                thread.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }

            // then
            Map<String, Answer> answers = new HashMap<>();
            producers.forEach(producer -> answers.putAll(producer.answers()));
            requireTrue(answers, idsInTheLog(address));
        }
    }

    private static void awaitAll(
            List<SteadyProducer> producers, List<Future<?>> running, Predicate<SteadyProducer> state) {
        await().atMost(PATIENCE).until(() -> {
            for (Future<?> thread : running) {
                assertThat(thread.state()).as("a producer must not die").isEqualTo(Future.State.RUNNING);
            }
            return producers.stream().allMatch(state);
        });
    }

    private static void requireTrue(Map<String, Answer> answers, List<String> log) {
        assertThat(log).as("nothing is written twice by the gateway itself").doesNotHaveDuplicates();
        var written = new HashSet<>(log);
        assertThat(answers.keySet())
                .as("nothing is in the log that was not sent")
                .containsAll(written);
        assertThat(answers.values()).contains(Answer.SUBMITTED).anyMatch(answer -> answer != Answer.SUBMITTED);
        answers.forEach((eid, answer) -> {
            switch (answer) {
                case SUBMITTED -> assertThat(written).as("submitted").contains(eid);
                case NOT_WRITTEN -> assertThat(written).as("not written").doesNotContain(eid);
                case FAILED -> assertThat(eid).as("may be in the log or not").isNotEmpty();
            }
        });
    }

    private static List<String> idsInTheLog(String address) {
        try (var payments = new TopicReader(address, Topic.PAYMENT_UPDATE_V1)) {
            return payments.allIds();
        }
    }
}

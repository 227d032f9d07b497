package io.refundtool.refund.recovery;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Topic;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.RunningRefundService;
import io.refundtool.refund.RunningRefundService.Answer;
import io.refundtool.refund.recovery.offsets.Offsets;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A stopped service is reset, and reads again what it knows: nothing changes, and nothing is announced again. */
@NeedsServers
class ResetTest {

    private static final String GROUP = "refund-service";

    /** Where the requests of one order are. */
    private static final List<RecordMetadata> REQUESTS = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static OwnKafka broker;
    private static KafkaSettings kafka;
    private static RecoveryLine recovery;
    private static RawTopics topics;
    private static Offsets offsets;
    private static JsonNode orderBefore;
    private static Map<TopicPartition, Long> stands;
    private static Map<TopicPartition, Long> announced;

    @BeforeAll
    static void live() throws ExecutionException, InterruptedException {
        broker = OwnKafka.started();
        kafka = new KafkaSettings(broker.bootstrapServers(), (short) 1);
        recovery = new RecoveryLine(kafka, directory.resolve("report.tsv"));
        topics = new RawTopics(kafka);
        offsets = new Offsets(kafka);
        try (RunningRefundService service = started()) {
            // All come to their end: no deadline changes anything, however long the tests take.
            REQUESTS.add(service.tellsSoon("R-1", requested("R-1", line("L1", 1, 1000)))
                    .get());
            service.answersWhen("R-1", "approved", "e1", paid("R-1", 1, 1, 1000, "T-1"));
            service.answersWhen("R-1", "money-refunded", "e2", registered("R-1", movement("R-1"), 1000));
            service.answersWhen("R-1", "fiscalized", "e3", notified("R-1", RefundStatus.FISCALIZED));
            await().atMost(PATIENCE).until(() -> "completed".equals(service.status("R-1")));
            for (String refund : List.of("R-2", "R-3")) {
                REQUESTS.add(service.tellsSoon(refund, requested(refund, line("L1", 9, 1000)))
                        .get());
                await().atMost(PATIENCE).until(() -> "rejected".equals(service.status(refund)));
            }
            orderBefore = service.get("/api/v1/orders/" + ORDER, 200);
        }
        stands = offsets.committed(GROUP);
        announced = topics.updatesEnd();
    }

    @AfterAll
    static void stop() {
        offsets.close();
        topics.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--to-earliest", "--to-latest", "--to-time=2026-03-01T12:00:00Z", "--to-offset=1", "--back=1"})
    void shouldOnlyShowWhatItWouldDo(String to) {
        RecoveryLine.Ran ran = recovery.run("reset", "--group=" + GROUP, to);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Nothing was changed; --execute does it.");
        assertThat(ran.out().lines().filter(line -> line.startsWith(requests().topic())))
                .hasSize(partitionsRead());
        assertThat(offsets.committed(GROUP)).isEqualTo(stands);
    }

    @ParameterizedTest
    @CsvSource({"--to-earliest, 0", "--to-offset=1, 1", "--back=2, 1", "--to-time, 1"})
    void shouldReadAgainWithoutAnnouncingAnythingAgain(String to, long expected) {
        // given
        String target = to.equals("--to-time") ? to + "=" + writtenAt(1) : to;

        // when
        RecoveryLine.Ran ran = recovery.run("reset", "--group=" + GROUP, target, "--execute");

        // then
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).endsWith("Done." + System.lineSeparator());
        assertThat(row(ran, requests())).containsExactly(0L, 3L, expected, 3L, 3L - expected);
        assertThat(offsets.committed(GROUP)).containsEntry(requests(), expected);

        // when
        try (RunningRefundService service = started()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(offsets.committed(GROUP)).isEqualTo(stands));

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    service.get("/api/v1/orders/" + ORDER).body())
                            .isEqualTo(orderBefore));
            // The instance before has only just left the group, so the topics may be handed out once more.
            Answer replay = await().atMost(PATIENCE)
                    .until(() -> service.get("/api/v1/replay"), answer -> answer.status() == 200);
            assertThat(replay.body().path("differing").asInt()).isZero();
        }
        assertThat(topics.updatesSince(announced)).isEmpty();
    }

    @Test
    void shouldResetOnlyTheTopicsThatAreNamed() {
        RecoveryLine.Ran ran = recovery.run(
                "reset", "--group=" + GROUP, "--topic=" + Topic.PAYMENT_UPDATE_V1.topicName(), "--to-earliest");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains(Topic.PAYMENT_UPDATE_V1.topicName())
                .doesNotContain(requests().topic());
    }

    @ParameterizedTest
    @CsvSource({"--to-offset=1000000, 3", "--back=1000000, 0"})
    void shouldSayThatAnOffsetIsNotThereAndGoToTheNearest(String to, long nearest) {
        RecoveryLine.Ran ran = recovery.run("reset", "--group=" + GROUP, to);
        assertThat(ran.exitCode()).isZero();
        assertThat(row(ran, requests())).containsExactly(0L, 3L, nearest, 3L, 3L - nearest);
        assertThat(ran.out())
                .contains("%1$d of %1$d partitions do not have what was asked for".formatted(stands.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "--to-offset=-1, 'Expected an offset, which is 0 or more, but got -1'",
        "--back=-1, 'Expected how many offsets to go back, which is 0 or more, but got -1'",
        "--to-time=yesterday, 'Invalid value for option ''--to-time'''",
        "--topic=nobodys, 'Missing required argument'",
        "--to-latest --topic=nobodys, 'Expected refund-service to have read nobodys, but it has not'",
        "--to-latest --to-earliest, 'mutually exclusive'",
        "--to-latest --group=nobody, 'Expected nobody to have read something, but it has not; there are: refund-service'"
    })
    void shouldRefuseWhatCannotBeDone(String asked, String sentence) {
        List<String> command = new ArrayList<>(List.of("reset"));
        command.addAll(List.of(asked.split(" ", -1)));
        if (!asked.contains("--group")) {
            command.add("--group=" + GROUP);
        }
        RecoveryLine.Ran ran = recovery.run(command.toArray(String[]::new));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
        assertThat(offsets.committed(GROUP)).isEqualTo(stands);
    }

    /** When the request of that number was written. */
    private static Instant writtenAt(int number) {
        return Instant.ofEpochMilli(REQUESTS.get(number).timestamp());
    }

    /** The partition of the order's requests. */
    private static TopicPartition requests() {
        RecordMetadata first = REQUESTS.getFirst();
        return new TopicPartition(first.topic(), first.partition());
    }

    private static int partitionsRead() {
        return (int) stands.keySet().stream()
                .filter(partition -> partition.topic().equals(requests().topic()))
                .count();
    }

    /** The numbers that are shown of a partition. */
    private static List<Long> row(RecoveryLine.Ran ran, TopicPartition partition) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith(partition + " "))
                .flatMap(line -> List.of(line.trim().split(" +", -1)).stream().skip(1))
                .map(number -> Long.valueOf(number.replace(",", "")))
                .toList();
    }

    private static RunningRefundService started() {
        return RunningRefundService.startOn(kafka, directory.resolve("state"));
    }
}

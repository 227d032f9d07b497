package io.refundtool.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.bob.RefundRequested;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Three brokers and two instances of refund-service. One of each is killed while refunds are under way and stays away;
 * refunds go on without it. At the end all ledgers have to agree. Needs the images and about 5 GB of memory.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeBrokersSmokeTest {

    /** Five a second for three minutes: longer than all the killing takes. */
    private static final Map<String, String> DEMO = Map.of("DEMO_RATE", "5", "DEMO_COUNT", "900");

    private static final String BOOTSTRAP_SERVERS = "localhost:9092,localhost:9192,localhost:9292";
    private static final int COPIES = 3;
    private static final String COPIES_IN_SYNC = "2";

    @RegisterExtension
    static final ComposedSystem SYSTEM = new ComposedSystem(
            new Docker(DEMO, ComposeFiles.FILE, ComposeFiles.THREE_BROKERS),
            new Outside(Outside.REFUND_SERVICE, Outside.SECOND_REFUND_SERVICE));

    @Test
    @Order(1)
    void shouldBringARefundToItsEnd() {
        // when
        RefundRequested request = SYSTEM.request();

        // then
        SYSTEM.awaitCompleted(request);
    }

    /** Of all topics, so also of changelogs, offsets and transactions. */
    @Test
    @Order(2)
    void shouldKeepEveryPartitionOnThreeRacksAndWriteToTwo() throws ExecutionException, InterruptedException {
        // when
        Map<String, TopicDescription> topics;
        Map<String, String> inSync;
        try (Topics kafka = new Topics(BOOTSTRAP_SERVERS)) {
            topics = kafka.descriptions();
            inSync = kafka.minInSyncReplicas();
        }

        // then
        assertThat(topics.keySet())
                .contains("refund.update.v1", "__consumer_offsets", "__transaction_state")
                .anyMatch(topic -> topic.endsWith("-changelog"));
        assertThat(topics.values())
                .allSatisfy(topic -> assertThat(topic.partitions())
                        .extracting(TopicPartitionInfo::replicas)
                        .allSatisfy(replicas -> assertThat(racks(replicas)).hasSize(COPIES)));
        assertThat(inSync).containsOnlyKeys(topics.keySet());
        assertThat(inSync)
                .allSatisfy((topic, copies) -> assertThat(copies).as(topic).isEqualTo(COPIES_IN_SYNC));
    }

    private static Collection<String> racks(Collection<Node> replicas) {
        return replicas.stream().map(Node::rack).distinct().toList();
    }

    @Test
    @Order(3)
    void shouldGoOnWithoutABrokerAndAnInstance() {
        // given
        RefundRequested before = SYSTEM.request();

        // when
        SYSTEM.docker().kill("kafka-2", "refund-service");

        // then
        RefundRequested meanwhile = SYSTEM.request();
        SYSTEM.awaitCompleted(before);
        SYSTEM.awaitCompleted(meanwhile);
    }

    @Test
    @Order(4)
    void shouldGoOnWithBothAgain() {
        // when
        SYSTEM.start("kafka-2");
        SYSTEM.start("refund-service");

        // then
        SYSTEM.awaitCompleted(SYSTEM.request());
    }

    @Test
    @Order(5)
    void shouldFindAllLedgersInAgreement() {
        SYSTEM.awaitAgreement();
    }
}

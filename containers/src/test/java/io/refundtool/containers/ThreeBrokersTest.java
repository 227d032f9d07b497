package io.refundtool.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThreeBrokersTest {

    private static final int COPIES = 3;

    private final ComposeFiles files = ComposeFiles.threeBrokers();

    @Test
    void shouldGiveEveryBrokerAnIdARackAndADiskOfItsOwn() {
        // when
        List<ComposeService> brokers = files.brokers();

        // then
        assertThat(brokers).hasSize(COPIES);
        for (String setting : List.of("KAFKA_NODE_ID", "KAFKA_BROKER_RACK", "KAFKA_ADVERTISED_LISTENERS")) {
            assertThat(brokers)
                    .extracting(broker -> broker.environment().get(setting))
                    .as(setting)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
        assertThat(brokers)
                .extracting(broker -> broker.mounts().get("/var/lib/kafka/data"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldAgreeOnWhoVotes() {
        // given
        String voters = files.brokers().stream()
                .map(broker -> broker.environment().get("KAFKA_NODE_ID") + "@" + broker.name() + ":9093")
                .collect(Collectors.joining(","));

        // when // then
        assertThat(files.brokers())
                .allSatisfy(broker ->
                        assertThat(broker.environment()).containsEntry("KAFKA_CONTROLLER_QUORUM_VOTERS", voters));
    }

    @Test
    void shouldKeepThreeCopiesOfEverythingAndWriteToTwo() {
        assertThat(files.brokers())
                .allSatisfy(broker -> assertThat(broker.environment())
                        .containsAllEntriesOf(Map.of(
                                "KAFKA_DEFAULT_REPLICATION_FACTOR", "3",
                                "KAFKA_MIN_INSYNC_REPLICAS", "2",
                                "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3",
                                "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3",
                                "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2",
                                "KAFKA_REPLICA_SELECTOR_CLASS",
                                        "org.apache.kafka.common.replica.RackAwareReplicaSelector")));
        assertThat(files.services().values())
                .filteredOn(service -> service.environment().containsKey("KAFKA_BOOTSTRAP_SERVERS"))
                .hasSize(5)
                .allSatisfy(service -> assertThat(service.environment())
                        .containsEntry("KAFKA_REPLICATION_FACTOR", Integer.toString(COPIES))
                        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers()));
        assertThat(files.service("simulators").list("command"))
                .contains("--kafka-copies=" + COPIES, "--kafka-at=" + bootstrapServers());
    }

    private String bootstrapServers() {
        return files.brokers().stream().map(broker -> broker.name() + ":19092").collect(Collectors.joining(","));
    }

    @Test
    void shouldGiveEveryInstanceOfRefundServiceANameAndADiskOfItsOwn() {
        // when
        List<ComposeService> instances = files.services().values().stream()
                .filter(service -> service.module().equals("refund-service"))
                .toList();

        // then
        assertThat(instances)
                .hasSize(2)
                .allSatisfy(instance -> assertThat(instance.list("command"))
                        .contains("--refundtool.streams.application-server=" + instance.name() + ":8081"));
        assertThat(instances)
                .extracting(instance -> instance.mounts().get("/data"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(files.service("simulators").list("command"))
                .contains("--refund-service-at="
                        + instances.stream()
                                .map(instance -> "http://" + instance.name() + ":8081")
                                .collect(Collectors.joining(",")));
    }

    @Test
    void shouldReadFromTheRackOfABroker() {
        // given
        List<String> racks = files.brokers().stream()
                .map(broker -> "--refundtool.kafka.client[client.rack]="
                        + broker.environment().get("KAFKA_BROKER_RACK"))
                .toList();

        // when // then
        for (String reader :
                List.of("refund-service", "refund-service-2", "fiscalization-service", "notifications-service")) {
            assertThat(files.service(reader).list("command")).as(reader).containsAnyElementsOf(racks);
        }
    }

    /** The command of the simulators is a list, which the other file replaces as a whole. */
    @Test
    void shouldRunTheSimulatorsAsWithOneBrokerOtherwise() {
        // given
        List<String> usual = ComposeFiles.oneBroker().service("simulators").list("command").stream()
                .filter(argument -> !argument.startsWith("--kafka-at") && !argument.startsWith("--refund-service-at"))
                .toList();

        // when // then
        assertThat(files.service("simulators").list("command")).containsAll(usual);
    }
}

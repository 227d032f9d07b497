package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsServers
class TopicProvisionerTest {

    private static final Topic TOPIC = Topic.REFUND_SERVICE_DEAD_LETTER_V1;

    private final KafkaSettings settings =
            new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
    private final TopicProvisioner provisioner = new TopicProvisioner(settings);
    private final Admin admin = KafkaClients.admin(settings, "topic-provisioner-test");

    @AfterEach
    void deleteTopic() throws Exception {
        admin.deleteTopics(List.of(TOPIC.topicName())).all().get();
        // The controller answers before the broker knows, and a broker that still knows the topic describes the old
        // one.
        await().until(() -> !admin.listTopics().names().get().contains(TOPIC.topicName()));
        admin.close();
    }

    @Test
    void shouldCreateATopicAsTheSpecsDescribeIt() {
        // when
        provisioner.ensure(List.of(TOPIC, TOPIC));

        // then
        TopicAdmin topics = new TopicAdmin(admin);
        assertThat(topics.partitions(List.of(TOPIC.topicName()))).isEqualTo(Map.of(TOPIC.topicName(), 6));
        Config config = topics.configs(List.of(TOPIC.topicName())).get(TOPIC.topicName());
        assertThat(config).isNotNull();
        assertThat(config.get("retention.ms").value()).isEqualTo("7776000000");
        assertThat(config.get("compression.type").value()).isEqualTo("lz4");
        assertThat(config.get("max.message.bytes").value()).isEqualTo("2228224");
        assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
        assertThat(config.get("min.insync.replicas").value()).isEqualTo("1");
    }

    @Test
    void shouldLeaveATopicAsItIs() throws Exception {
        // given
        NewTopic existing = new NewTopic(TOPIC.topicName(), TOPIC.partitions(), (short) 1)
                .configs(Map.of("retention.ms", "123456789"));
        admin.createTopics(List.of(existing)).all().get();

        // when
        provisioner.ensure(List.of(TOPIC));
        provisioner.ensure(List.of(TOPIC));

        // then
        Config config =
                new TopicAdmin(admin).configs(List.of(TOPIC.topicName())).get(TOPIC.topicName());
        assertThat(config).isNotNull();
        assertThat(config.get("retention.ms").value()).isEqualTo("123456789");
    }

    @Test
    void shouldRefuseAnotherNumberOfPartitions() throws Exception {
        // given
        admin.createTopics(List.of(new NewTopic(TOPIC.topicName(), 3, (short) 1)))
                .all()
                .get();

        // when // then
        assertThatIllegalStateException()
                .isThrownBy(() -> provisioner.ensure(List.of(TOPIC)))
                .withMessageStartingWith(
                        "Expected topic refund-service.dead-letter.v1 to have 6 partitions, but it has 3.");
    }
}

package io.refundtool.bus;

import static io.refundtool.bus.Samples.REFUND_REQUESTED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.refundRequestedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

/** A broker that takes one event of a batch and refuses another, because an operator made its topic narrower. */
@NeedsServers
class PartlySubmittedTest {

    private static final int BROKER_TAKES_BYTES = 2_000;

    @Test
    void shouldAnswer207AndSayWhichEventsAreInTheLog() throws Exception {
        // given
        try (OwnKafka broker = OwnKafka.started()) {
            createNarrowTopic(broker.bootstrapServers());
            String large = refundRequestedData()
                    .replace("\"o-1\"", "\"o-2\"")
                    .replace(
                            "\"lines\": [{\"lineId\": \"1\", \"quantity\": 1",
                            reason() + "\"lines\": [{\"lineId\": \"1\", \"quantity\": 1");
            try (var gateway = RunningGateway.ready(broker.bootstrapServers());
                    var requests = new TopicReader(broker.bootstrapServers(), Topic.BOB_REFUND_V1)) {
                // when
                Reply reply = gateway.publish(
                        REFUND_REQUESTED, batch(item("e-small", refundRequestedData()), item("e-large", large)));

                // then
                assertThat(reply.status()).as(reply.response().body()).isEqualTo(207);
                assertThat(reply.json()
                                .valueStream()
                                .map(result -> result.path("publishing_status").asString()))
                        .containsExactly("submitted", "failed");
                assertThat(reply.json().at("/1/step").asString()).isEqualTo("publishing");
                assertThat(requests.awaitEvent("e-small").key()).isEqualTo("o-1");
                assertThat(requests.count("e-large")).isZero();
            }
        }
    }

    /** Text that no compression makes small. */
    private static String reason() {
        return new Random(1)
                .ints(1_900, '0', 'z')
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "\"reason\": \"", "\", "));
    }

    private static void createNarrowTopic(String bootstrapServers) throws Exception {
        Topic topic = Topic.BOB_REFUND_V1;
        var narrow = Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(BROKER_TAKES_BYTES));
        try (var admin = KafkaClients.admin(new KafkaSettings(bootstrapServers, (short) 1), "narrow")) {
            admin.createTopics(List.of(new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(narrow)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
    }
}

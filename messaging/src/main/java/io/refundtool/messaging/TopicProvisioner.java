package io.refundtool.messaging;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.refundtool.events.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that a service needs, as the specs describe them.
 *
 * <p>A topic that is already there is never changed. Another number of partitions is refused, since it would part the
 * events of one order; another setting is only warned of, since an operator may have had a reason.
 */
public final class TopicProvisioner {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final String CLIENT_ID = "topic-provisioner";

    private final KafkaSettings settings;

    public TopicProvisioner(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes sure that the topics are there. Several services may do so at once.
     *
     * @throws IllegalStateException a topic has another number of partitions than the specs say, or Kafka is away: it
     *     did not answer within 5 s, or not in full within its client's {@code default.api.timeout.ms}; {@link Away} tells
     */
    public void ensure(Collection<Topic> topics) {
        try (Admin admin = KafkaClients.admin(settings, CLIENT_ID)) {
            TopicAdmin topicAdmin = new TopicAdmin(admin);
            topicAdmin.requireAnswer();
            for (String name : topicAdmin.create(
                    topics.stream().distinct().map(this::newTopic).toList())) {
                LOG.info("Created topic {}.", name);
            }
            requirePartitions(topics, topicAdmin.partitions(names(topics)));
            warnOfDifferences(topics, topicAdmin.configs(names(topics)));
        }
    }

    private static Collection<String> names(Collection<Topic> topics) {
        return topics.stream().map(Topic::topicName).distinct().toList();
    }

    private NewTopic newTopic(Topic topic) {
        Map<String, String> configs = new TreeMap<>(specified(topic));
        // One copy may be missing without stopping the writers, but a record always has two where there are three.
        configs.put(MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, settings.replicationFactor() - 1)));
        return new NewTopic(topic.topicName(), topic.partitions(), settings.replicationFactor()).configs(configs);
    }

    private static Map<String, String> specified(Topic topic) {
        return Map.of(
                CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE,
                RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()),
                COMPRESSION_TYPE_CONFIG, topic.compression(),
                MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes()));
    }

    private static void requirePartitions(Collection<Topic> topics, Map<String, Integer> found) {
        String mismatches = topics.stream()
                .filter(topic -> found.getOrDefault(topic.topicName(), 0) != topic.partitions())
                .map(topic -> "topic " + topic.topicName() + " to have " + topic.partitions()
                        + " partitions, but it has " + found.getOrDefault(topic.topicName(), 0))
                .distinct()
                .collect(Collectors.joining("; "));
        if (!mismatches.isEmpty()) {
            throw new IllegalStateException("Expected " + mismatches + ". The partition of an order depends on that"
                    + " number: create the topic anew and fill it again, or correct topics.yaml.");
        }
    }

    private static void warnOfDifferences(Collection<Topic> topics, Map<String, Config> found) {
        for (Topic topic : topics) {
            specified(topic).forEach((name, expected) -> {
                Config config = found.get(topic.topicName());
                String actual = config == null || config.get(name) == null
                        ? "unknown"
                        : config.get(name).value();
                if (!expected.equals(actual)) {
                    LOG.warn(
                            "Expected {} of topic {} to be {}, but it is {}; left as it is.",
                            name,
                            topic.topicName(),
                            expected,
                            actual);
                }
            });
        }
    }
}

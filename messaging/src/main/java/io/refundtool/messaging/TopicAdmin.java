package io.refundtool.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the provisioner asks of Kafka's admin client, without its futures. */
final class TopicAdmin {

    /** A broker may not have heard yet of a topic that another one has just created. */
    private static final int MAX_DESCRIBE_ATTEMPTS = 50;

    private static final Duration DESCRIBE_AGAIN_AFTER = Duration.ofMillis(100);

    private static final int ANSWER_TIMEOUT_MS = 5_000;

    private final Admin admin;

    TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /** Finds out soon whether Kafka is away: other questions wait for it as long as the client does, usually a minute. */
    void requireAnswer() {
        try {
            await(admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_TIMEOUT_MS))
                    .nodes());
        } catch (ExecutionException e) {
            throw failed("answer", e);
        }
    }

    /** Creates those that are missing and returns their names. */
    List<String> create(Collection<NewTopic> topics) {
        List<String> created = new ArrayList<>();
        admin.createTopics(topics).values().forEach((name, result) -> {
            try {
                await(result);
                created.add(name);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failed("create topic " + name, e);
                }
            }
        });
        return created;
    }

    Map<String, Integer> partitions(Collection<String> names) {
        Map<String, Integer> partitions = new HashMap<>();
        for (int attempt = 1; attempt <= MAX_DESCRIBE_ATTEMPTS; attempt++) {
            try {
                for (TopicDescription topic :
                        await(admin.describeTopics(names).allTopicNames()).values()) {
                    partitions.put(topic.name(), topic.partitions().size());
                }
                return partitions;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == MAX_DESCRIBE_ATTEMPTS) {
                    throw failed("describe topics " + names, e);
                }
                LockSupport.parkNanos(DESCRIBE_AGAIN_AFTER.toNanos());
            }
        }
        return partitions;
    }

    Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            Map<String, Config> configs = new HashMap<>();
            await(admin.describeConfigs(resources).all())
                    .forEach((resource, config) -> configs.put(resource.name(), config));
            return configs;
        } catch (ExecutionException e) {
            throw failed("describe the settings of topics " + names, e);
        }
    }

    private static <T> T await(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static IllegalStateException failed(String what, ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new IllegalStateException("Expected Kafka to " + what + ", but: " + cause.getMessage(), cause);
    }
}

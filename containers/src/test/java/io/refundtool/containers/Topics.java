package io.refundtool.containers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** All topics of the brokers, also those that Kafka made for itself, as an administrator outside of the containers sees them. */
final class Topics implements AutoCloseable {

    private final Admin admin;

    Topics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    Map<String, TopicDescription> descriptions() throws ExecutionException, InterruptedException {
        return admin.describeTopics(names()).allTopicNames().get();
    }

    /** How many copies have to be written, by topic. */
    Map<String, String> minInSyncReplicas() throws ExecutionException, InterruptedException {
        Collection<ConfigResource> topics = names().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin.describeConfigs(topics).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        topic -> topic.getKey().name(),
                        topic -> topic.getValue()
                                .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                                .value()));
    }

    private Set<String> names() throws ExecutionException, InterruptedException {
        return admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
    }

    @Override
    public void close() {
        admin.close();
    }
}

package io.refundtool.specs.generator.kubernetes;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what, from the topics' writers, gateways and readers.
 *
 * <p>A service makes sure at its start that its topics are there and as the specs say: that takes {@code Create}, which
 * Kafka asks for before it tells that a topic exists, and {@code DescribeConfigs}. What a service writes it also reads:
 * its dead letters, and its own events after its database was lost. A gateway only writes; a system outside of this
 * repository that writes through it is no writer of Kafka's.
 */
final class KafkaUsers {

    /** The service that runs on Kafka Streams; its name is its application id. */
    static final String STREAMS_APPLICATION = "refund-service";

    /** People, who see dead letters through the services. */
    private static final String OPERATORS = "operators";

    private static final String READ = "Read";
    private static final List<String> PROVISION = List.of("Create", "Describe", "DescribeConfigs");

    private final Map<String, Map<String, SortedSet<String>>> byUser = new TreeMap<>();

    private KafkaUsers() {}

    /** Sorted by name. */
    static List<KafkaUserView> of(SpecModel model) {
        KafkaUsers users = new KafkaUsers();
        model.topics().forEach(users::writers);
        List<String> services = List.copyOf(users.byUser.keySet());
        model.topics().forEach(topic -> users.readers(topic, services));
        return users.byUser.entrySet().stream()
                .map(user -> view(user.getKey(), user.getValue()))
                .toList();
    }

    private void writers(TopicSpec topic) {
        String gateway = topic.through();
        String writer = gateway == null ? topic.writer() : gateway;
        allow(writer, topic, PROVISION);
        allow(writer, topic, gateway == null ? List.of(READ, "Write") : List.of("Write"));
    }

    private void readers(TopicSpec topic, Collection<String> services) {
        for (String reader : topic.readers()) {
            if (!reader.equals(OPERATORS)) {
                allow(reader, topic, services.contains(reader) ? PROVISION : List.of("Describe"));
                allow(reader, topic, List.of(READ));
            }
        }
    }

    private void allow(String user, TopicSpec topic, Collection<String> operations) {
        byUser.computeIfAbsent(user, _ -> new TreeMap<>())
                .computeIfAbsent(topic.name(), _ -> new TreeSet<>())
                .addAll(operations);
    }

    private static KafkaUserView view(String name, Map<String, SortedSet<String>> topics) {
        return new KafkaUserView(
                name,
                topics.entrySet().stream()
                        .map(topic -> new KafkaUserView.Access(topic.getKey(), List.copyOf(topic.getValue())))
                        .toList(),
                topics.values().stream().anyMatch(operations -> operations.contains(READ)),
                name.equals(STREAMS_APPLICATION));
    }
}

package io.refundtool.refund.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The one sub-topology: every topic that can change a refund, the state machine, and what it announces. What its timers
 * tell goes out by a topic and comes back by it, so that deadlines are in the log as everything else is.
 *
 * <p>Operator and store names are persisted data: a store's name is that of its changelog topic. Renaming one loses the
 * state, so a name changes only together with the application id and a rebuild from the source topics.
 */
public final class RefundTopology {

    static final String DECIDE_REFUND = "decide-refund";
    static final String REFUND_UPDATES = "refund-updates";
    static final String DEADLINES = "deadlines";
    static final String DEAD_LETTERS = "dead-letters";

    /** Every refund, by order id and refund id. */
    public static final String REFUND_STATE = "refund-state";

    /** Every event about an order, by order id and sequence number. */
    public static final String ORDER_EVENT_SEQUENCE = "order-event-sequence";

    /** How many events an order's sequence has, by order id. */
    public static final String ORDER_EVENT_COUNT = "order-event-count";

    /** The digest of each event's content, by order id, source and event id. */
    static final String ORDER_EVENT_IDS = "order-event-ids";

    /** Where in its order's sequence an answer waits for its refund's request, by order id, refund id and number. */
    static final String EARLY_EVENTS = "early-events";

    /** When which refund is to be looked at, by time. */
    static final String REFUND_DEADLINES = "refund-deadlines";

    /** What the state machine reads. All topics have the same number of partitions, so that an order is in one task. */
    public static final List<Topic> SOURCES = List.of(
            Topic.BOB_REFUND_V1,
            Topic.PAYMENT_UPDATE_V1,
            Topic.FISCALIZATION_UPDATE_V1,
            Topic.NOTIFICATIONS_UPDATE_V1,
            Topic.REFUND_OPERATOR_V1,
            Topic.REFUND_DEADLINE_V1,
            Topic.REFUND_ARCHIVE_V1);

    /** Records of those topics that were dead letters and are published again; the state machine alone reads it. */
    public static final Topic RETRIES = Topic.REFUND_SERVICE_RETRY_V1;

    static final List<StoreSpec<?, ?>> STORES = List.of(
            new StoreSpec<>(REFUND_DEADLINES, Serdes.Bytes(), Serdes.ByteArray()),
            new StoreSpec<>(REFUND_STATE, Serdes.Bytes(), RefundSerde.create()),
            new StoreSpec<>(ORDER_EVENT_SEQUENCE, Serdes.Bytes(), SequenceEntrySerde.create()),
            new StoreSpec<>(ORDER_EVENT_COUNT, Serdes.String(), Serdes.Long()),
            new StoreSpec<>(EARLY_EVENTS, Serdes.Bytes(), Serdes.Long()),
            new StoreSpec<>(ORDER_EVENT_IDS, Serdes.Bytes(), Serdes.ByteArray()));

    private RefundTopology() {}

    /** Every topic that is read or written, to be created before the topology starts. */
    public static Set<Topic> topics() {
        Set<Topic> topics = EnumSet.copyOf(SOURCES);
        topics.add(RETRIES);
        topics.add(Topic.REFUND_UPDATE_V1);
        topics.add(Topic.REFUND_SERVICE_DEAD_LETTER_V1);
        return topics;
    }

    /**
     * The topology.
     *
     * @throws IllegalArgumentException for settings at which no deadline can be kept, with a sentence that says why
     */
    public static Topology build(DeadlineSettings settings, ArchiveSettings archive, MeterRegistry meters) {
        RefundRules rules = new RefundRules(new DeadlinePolicy(settings), archive);
        RefundMetrics metrics = new RefundMetrics(new DeadlineMetrics(meters), new ArchiveMetrics(meters));
        return new Topology()
                .addSource(
                        "refund-facts",
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Stream.concat(SOURCES.stream(), Stream.of(RETRIES))
                                .map(Topic::topicName)
                                .toArray(String[]::new))
                .addProcessor(DECIDE_REFUND, new RefundProcessorSupplier(rules, metrics), "refund-facts")
                .addSink(
                        REFUND_UPDATES,
                        sink(REFUND_UPDATES).topicName(),
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        DECIDE_REFUND)
                .addSink(
                        DEADLINES,
                        sink(DEADLINES).topicName(),
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        DECIDE_REFUND)
                .addSink(
                        DEAD_LETTERS,
                        sink(DEAD_LETTERS).topicName(),
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        DECIDE_REFUND);
    }

    static Set<StoreBuilder<?>> stores() {
        return STORES.stream().map(StoreSpec::builder).collect(Collectors.toUnmodifiableSet());
    }

    /** The topic of a sink. */
    static Topic sink(String name) {
        return switch (name) {
            case REFUND_UPDATES -> Topic.REFUND_UPDATE_V1;
            case DEADLINES -> Topic.REFUND_DEADLINE_V1;
            case DEAD_LETTERS -> Topic.REFUND_SERVICE_DEAD_LETTER_V1;
            default -> throw new IllegalArgumentException("Expected a sink of the topology, but it has no " + name);
        };
    }
}

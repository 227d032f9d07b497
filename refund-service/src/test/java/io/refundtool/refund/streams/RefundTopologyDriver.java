package io.refundtool.refund.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.events.archive.OrderArchived;
import io.refundtool.events.common.ArchivedRefund;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.UnreadableEventException;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.RefundEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.test.TestRecord;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The topology without a broker. */
public final class RefundTopologyDriver implements AutoCloseable {

    static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final TopologyTestDriver driver;
    private final TestOutputTopic<byte[], byte[]> updates;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> passed;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    public RefundTopologyDriver(Path stateDir) {
        this(stateDir, Map.of());
    }

    /** @param settings below {@code refundtool.deadlines}, as they are written in a configuration */
    RefundTopologyDriver(Path stateDir, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                RefundTopology.build(deadlines(settings), archive(), meters), properties, RefundEvents.NOON);
        updates = output(Topic.REFUND_UPDATE_V1);
        deadLetters = output(Topic.REFUND_SERVICE_DEAD_LETTER_V1);
        passed = output(Topic.REFUND_DEADLINE_V1);
    }

    public void pipe(String eventId, Event event) {
        pipe(eventId, RefundEvents.NOON, event, RefundEvents.NOON);
    }

    /** An event that happened at one time and was written at another. */
    void pipe(String eventId, Instant happened, Event event, Instant written) {
        ProducerRecord<String, byte[]> sent =
                CloudEvents.toRecord(new Envelope<>(eventId, "/test", happened, TRACEPARENT, event));
        pipe(
                sent.topic(),
                new TestRecord<>(
                        sent.key().getBytes(StandardCharsets.UTF_8),
                        sent.value(),
                        new RecordHeaders(sent.headers()),
                        written));
    }

    void pipeBytes(String topic, byte[] value) {
        pipe(topic, new TestRecord<>(new byte[] {1}, value, new RecordHeaders(), Instant.EPOCH));
    }

    List<TestRecord<byte[], byte[]>> announced() {
        return updates.readRecordsToList();
    }

    List<String> announcedTypes() {
        return announced().stream()
                .map(update -> CloudEvents.typeOf(update.headers()).orElseThrow())
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The settings of deadlines, bound as Spring binds them. */
    static DeadlineSettings deadlines(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("refundtool.deadlines." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("refundtool.deadlines", DeadlineSettings.class);
    }

    /** As refund-service is configured at delivery. */
    static ArchiveSettings archive() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("refundtool.archive", ArchiveSettings.class);
    }

    /** Lets the clock go on; deadlines that pass go through their topic and are decided. */
    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Deadlines that were told since the last call. */
    List<DeadlinePassed> passed() {
        return passed.readRecordsToList().stream()
                .map(RefundTopologyDriver::deadline)
                .toList();
    }

    MeterRegistry meters() {
        return meters;
    }

    OrderState order(String orderId) {
        return refunds().all(orderId);
    }

    OrderRefundsView refunds() {
        return new OrderRefundsView(driver.getKeyValueStore(RefundTopology.REFUND_STATE));
    }

    /** How many alarms are set. */
    int alarms() {
        return entries(RefundTopology.REFUND_DEADLINES);
    }

    /** How many entries each store has that has any. */
    Map<String, Integer> entries() {
        Map<String, Integer> entries = new TreeMap<>();
        for (StoreBuilder<?> store : RefundTopology.stores()) {
            int count = entries(store.name());
            if (count > 0) {
                entries.put(store.name(), count);
            }
        }
        return entries;
    }

    private int entries(String name) {
        KeyValueStore<?, ?> store = driver.getKeyValueStore(name);
        int count = 0;
        try (KeyValueIterator<?, ?> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    private static DeadlinePassed deadline(TestRecord<byte[], byte[]> told) {
        try {
            return (DeadlinePassed) CloudEvents.read(
                            Topic.REFUND_DEADLINE_V1.topicName(),
                            new String(told.key(), StandardCharsets.UTF_8),
                            told.headers(),
                            told.value())
                    .event();
        } catch (UnreadableEventException e) {
            throw new AssertionError("Expected a deadline that can be read", e);
        }
    }

    /** What the stores hold. */
    public StoredOrders orders() {
        return new StoredOrders(this::store);
    }

    public <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** The order as whoever read all of its updates archives it now. */
    OrderArchived archived(String orderId) {
        List<ArchivedRefund> refunds = order(orderId).all().stream()
                .map(refund -> new ArchivedRefund(
                        refund.refundId(),
                        refund.status(),
                        CurrencyCode.RUB,
                        refund.asked().amountMinor(),
                        RefundEvents.NOON))
                .toList();
        String lastUpdateId = sequence(orderId).reversed().stream()
                .flatMap(entry -> entry.announced().reversed().stream())
                .findFirst()
                .orElseThrow();
        return new OrderArchived(
                orderId, refunds.getLast().refundId(), Country.RU, lastUpdateId, RefundEvents.NOON, refunds);
    }

    List<SequenceEntry> sequence(String orderId) {
        KeyValueStore<Bytes, SequenceEntry> entries = driver.getKeyValueStore(RefundTopology.ORDER_EVENT_SEQUENCE);
        return new OrderEventSequenceView(entries).page(orderId, 0, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        driver.close();
    }

    void pipe(String topic, TestRecord<byte[], byte[]> incoming) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(incoming);
    }

    private TestOutputTopic<byte[], byte[]> output(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

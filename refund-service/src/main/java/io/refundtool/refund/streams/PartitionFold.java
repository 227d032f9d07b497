package io.refundtool.refund.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Topic;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The processor of the running service without Kafka Streams around it: records of one partition number go in, in the
 * order in which they are handed over, and what it would send comes out. The stores are in memory, and no timer rings.
 */
public final class PartitionFold {

    /** Takes the entries of the stores as their changelogs have them. */
    public interface Entries {
        void accept(String store, byte[] key, byte[] value);
    }

    /** How the service is set, as far as what is stored follows from it. */
    public record Settings(DeadlineSettings deadlines, ArchiveSettings archive) {}

    /** What an entry may take in its changelog. */
    public static final int MAX_ENTRY_BYTES = StreamsProperties.MAX_STORE_ENTRY_BYTES;

    private final FoldContext<byte[], byte[]> context;
    private final RefundProcessor processor;

    /** @param outputs gets what would be sent, and where */
    public PartitionFold(Settings settings, BiConsumer<Topic, Record<byte[], byte[]>> outputs) {
        context = new FoldContext<>(outputs);
        MeterRegistry meters = new SimpleMeterRegistry();
        processor = new RefundProcessor(
                new RefundRules(new DeadlinePolicy(settings.deadlines()), settings.archive()),
                new RefundMetrics(new DeadlineMetrics(meters), new ArchiveMetrics(meters)));
        processor.init(context);
    }

    public void process(ConsumerRecord<byte[], byte[]> incoming) {
        context.comes(incoming);
        processor.process(new Record<>(incoming.key(), incoming.value(), incoming.timestamp(), incoming.headers()));
    }

    /** Hands over all that the stores hold. */
    public void writeTo(Entries out) {
        context.writeTo(out);
    }

    /** The topics that hold the stores' changelogs of an application. */
    public static List<String> changelogs(String applicationId) {
        return RefundTopology.STORES.stream()
                .map(spec -> changelog(applicationId, spec.name()))
                .toList();
    }

    /** The changelog of a store, as Kafka Streams names it. */
    public static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}

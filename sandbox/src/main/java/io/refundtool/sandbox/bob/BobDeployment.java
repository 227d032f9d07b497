package io.refundtool.sandbox.bob;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Country;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.topic.TopicReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * BOB in one country: a consumer group of its own that hears of every refund and skips, by a header, those of others.
 *
 * <p>Its copies are in memory, so it reads the topic from the beginning whenever it starts.
 */
public final class BobDeployment implements AutoCloseable {

    private static final int FETCH_MIN_BYTES = 64 * 1024;
    private static final int FETCH_WAIT_MS = 8;

    private final TopicReader reader;

    /**
     * Begins to read at once.
     *
     * @param deployments how many there are: twenty that wake up for every event of the others would be most of a small
     *     machine's work, so the more there are, the longer each lets events gather
     * @param run makes the consumer group a new one at every start
     */
    public BobDeployment(KafkaSettings settings, Country country, int deployments, String run, RefundCopies copies) {
        String group = "bob-" + country.wire().toLowerCase(Locale.ROOT) + "-" + run;
        this.reader = new TopicReader(
                        settings,
                        group,
                        Topic.REFUND_UPDATE_V1,
                        Map.of("fetch.min.bytes", FETCH_MIN_BYTES, "fetch.max.wait.ms", FETCH_WAIT_MS * deployments),
                        headers -> CloudEvents.countryOf(headers)
                                .filter(country.wire()::equals)
                                .isPresent(),
                        events -> hear(events, copies))
                .start();
    }

    private static void hear(List<Envelope<?>> events, RefundCopies copies) {
        events.forEach(copies::hear);
    }

    /** The bug that stopped it, if one did. */
    public Optional<Throwable> failure() {
        return reader.failure();
    }

    @Override
    public void close() {
        reader.close();
    }
}

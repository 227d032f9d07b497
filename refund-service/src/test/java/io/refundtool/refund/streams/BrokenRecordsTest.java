package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.refund.domain.RefundEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that were broken at random: each is an event or a dead letter, and none stops the state machine. */
class BrokenRecordsTest {

    private static final int RECORDS = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldSurviveWhateverIsInATopic(long seed, @TempDir Path stateDir) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (RefundTopologyDriver driver = new RefundTopologyDriver(stateDir)) {
            int letters = 0;
            for (int i = 0; i < RECORDS; i++) {
                driver.pipe("bob.refund.v1", broken(random, i));
                letters += driver.deadLetters().size();
            }
            driver.pipe("good", requested("R-good", line("L1", 1, 1)));

            assertThat(driver.order(RefundEvents.ORDER).refund("R-good")).isPresent();
            assertThat(letters + driver.sequence(RefundEvents.ORDER).size()).isGreaterThan(RECORDS / 2);
        }
    }

    private static TestRecord<byte[], byte[]> broken(RandomGenerator random, int number) {
        ProducerRecord<String, byte[]> good = CloudEvents.toRecord(new Envelope<>(
                "e" + number, "/bob", RefundEvents.NOON, null, requested("R-" + number, line("L1", 1, 1))));
        byte[] key = good.key().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> new TestRecord<>(scrambled(random, key), good.value(), good.headers(), RefundEvents.NOON);
            case 1 -> new TestRecord<>(null, good.value(), good.headers(), RefundEvents.NOON);
            case 2 -> new TestRecord<>(key, scrambled(random, good.value()), good.headers(), RefundEvents.NOON);
            case 3 -> new TestRecord<>(key, null, good.headers(), RefundEvents.NOON);
            default -> new TestRecord<>(key, good.value(), scrambled(random, good.headers()), RefundEvents.NOON);
        };
    }

    private static Headers scrambled(RandomGenerator random, Headers headers) {
        Header[] all = headers.toArray();
        int chosen = random.nextInt(all.length);
        Headers broken = new RecordHeaders();
        for (int i = 0; i < all.length; i++) {
            if (i != chosen) {
                broken.add(all[i]);
            } else if (random.nextBoolean()) {
                broken.add(all[i].key(), scrambled(random, all[i].value()));
            }
        }
        return broken;
    }

    private static byte[] scrambled(RandomGenerator random, byte[] bytes) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(300));
            case 2 -> new byte[0];
            default -> {
                byte[] flipped = bytes.clone();
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                yield flipped;
            }
        };
    }
}

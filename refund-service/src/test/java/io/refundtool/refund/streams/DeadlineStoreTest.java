package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineStoreTest {

    private static final int ALL = 100;

    private final KeyValueStore<Bytes, byte[]> alarms = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("alarms"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final DeadlineStore store = new DeadlineStore(alarms);

    @BeforeEach
    void open() {
        alarms.init(new MockProcessorContext<>().getStateStoreContext(), alarms);
    }

    @Test
    void shouldGiveBackWhatItWasGivenInTheOrderOfTime() {
        // given
        Alarm third = new Alarm.OfRequest(NOON.plusMillis(2), "A", "R-1", Country.GB, null);
        Alarm second = new Alarm.OfRequest(NOON.plusMillis(1), "B", "R-1", Country.GB, "00-trace-span-01");
        Alarm first = alarm(NOON, "C");
        List.of(third, second, first).forEach(store::put);

        // when
        List<Alarm> taken = store.take(NOON.plusMillis(2), ALL);

        // then
        assertThat(taken).containsExactly(first, second, third);
        assertThat(store.take(NOON.plusMillis(2), ALL)).isEmpty();
    }

    @Test
    void shouldLeaveWhatIsNotDue() {
        // given
        store.put(alarm(NOON.plusMillis(1), "A"));

        // when
        List<Alarm> taken = store.take(NOON, ALL);

        // then
        assertThat(taken).isEmpty();
        assertThat(store.overdue(NOON.plusMillis(1), ALL)).isEqualTo(1);
    }

    @Test
    void shouldTakeTheLongestOverdueFirstAndTheRestLater() {
        // given
        List<Alarm> set = List.of(alarm(NOON, "A"), alarm(NOON, "B"), alarm(NOON.plusMillis(5), "C"));
        set.forEach(store::put);

        // when
        List<Alarm> first = store.take(NOON.plusSeconds(1), 1);

        // then
        assertThat(first).containsExactly(set.getFirst());
        assertThat(store.overdue(NOON.plusSeconds(1), ALL)).isEqualTo(2);
        assertThat(store.overdue(NOON.plusSeconds(1), 1)).isEqualTo(1);
        assertThat(store.take(NOON.plusSeconds(1), ALL)).containsExactlyElementsOf(set.subList(1, 3));
    }

    @Test
    void shouldMissNothingWhenTheClockIsSetBack() {
        // given
        store.take(NOON, ALL);
        Alarm earlier = alarm(NOON.minusSeconds(30), "A");
        assertThat(store.take(NOON.minusSeconds(60), ALL)).isEmpty();

        // when
        store.put(earlier);

        // then
        assertThat(store.take(NOON.minusSeconds(31), ALL)).isEmpty();
        assertThat(store.take(NOON.minusSeconds(30), ALL)).containsExactly(earlier);
    }

    @Test
    void shouldRemoveTheAlarmOfOneRefundOnly() {
        // given
        store.put(alarm(NOON, "A"));
        store.put(alarm(NOON, "AB"));

        // when
        store.remove(NOON, "A", "R-1");

        // then
        assertThat(store.take(NOON, ALL)).containsExactly(alarm(NOON, "AB"));
    }

    private static Alarm alarm(Instant at, String orderId) {
        return new Alarm.OfRefund(at, orderId, "R-1");
    }
}

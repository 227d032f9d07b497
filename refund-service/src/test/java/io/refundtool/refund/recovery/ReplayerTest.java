package io.refundtool.refund.recovery;

import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.streams.RefundTopology;
import io.refundtool.refund.streams.RefundTopologyDriver;
import io.refundtool.refund.streams.SequenceEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores are changed behind the state machine's back. */
class ReplayerTest {

    private RefundTopologyDriver driver;

    @BeforeEach
    void decide(@TempDir Path stateDir) {
        driver = new RefundTopologyDriver(stateDir);
        driver.pipe("early", paid("R-1", 1, 1, 1000, "T-1"));
        driver.pipe("asked", requested("R-1", line("L1", 1, 1000)));
        driver.pipe("too-many", requested("R-2", line("L1", 9, 1000)));
        driver.pipe("senseless", notified("R-1", RefundStatus.FISCALIZED));
        driver.pipe("refused", requested("R-1", line("L1", 1, 1000)));
        driver.pipe("waits", declined("R-3", 1, 1));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldFindNoDifferenceWhereThereIsNone() {
        OrderReplay replay = replay();
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.same()).isTrue();
        assertThat(replay.events()).isEqualTo(6);
        assertThat(replay.refunds()).isEqualTo(2);
    }

    @Test
    void shouldKnowNothingOfAnOrderOfWhichNobodyTold() {
        assertThat(new Replayer(driver.orders()).replay("unknown")).isEmpty();
    }

    @Test
    void shouldFindARefundThatStandsElsewhere(@TempDir Path another) {
        try (var unpaid = new RefundTopologyDriver(another)) {
            unpaid.pipe("asked", requested("R-1", line("L1", 1, 1000)));
            KeyValue<Bytes, Object> stale = entry(unpaid.store(RefundTopology.REFUND_STATE), 0);
            driver.<Bytes, Object>store(RefundTopology.REFUND_STATE).put(stale.key, stale.value);
        }
        assertThat(replay().differences())
                .extracting(Difference::where)
                .contains("refund R-1: ledger.transactions[0]", "refund R-1: state.in");
    }

    @Test
    void shouldTellOfAnOrderThatCannotBeRead() {
        KeyValueStore<Bytes, Object> refunds = driver.store(RefundTopology.REFUND_STATE);
        refunds.put(entry(refunds, 0).key, entry(refunds, 1).value);
        assertThat(replay().differences())
                .containsExactly(new Difference("order", "to be readable", "IllegalStateException"));
    }

    @Test
    void shouldFindARefundThatIsGone() {
        KeyValueStore<Bytes, Object> refunds = driver.store(RefundTopology.REFUND_STATE);
        refunds.delete(entry(refunds, 1).key);
        assertThat(replay().differences()).containsExactly(new Difference("refund R-2", "rejected", "nothing"));
    }

    @Test
    void shouldFindAnEventThatIsGone() {
        KeyValueStore<Bytes, Object> sequence = driver.store(RefundTopology.ORDER_EVENT_SEQUENCE);
        sequence.delete(entry(sequence, 2).key);
        assertThat(replay().differences())
                .containsExactly(new Difference("event 3", "an entry in the sequence", "event 4"));
    }

    @Test
    void shouldFindAnEventOfWhichSomethingElseWasAnnounced() {
        changed(2, kept -> kept.decided(new Decision.Ignored("no reason")));
        assertThat(replay().differences())
                .extracting(Difference::where)
                .contains(
                        "event 2 (bob.refund-requested.v1 asked): outcome",
                        "event 2 (bob.refund-requested.v1 asked): reason",
                        "event 2 (bob.refund-requested.v1 asked): announced");
    }

    @Test
    void shouldFindAnEventThatWouldNotBeKnownIfItCameAgain() {
        KeyValueStore<Bytes, byte[]> ids = driver.store("order-event-ids");
        ids.delete(Bytes.wrap((ORDER + "\0/test\0senseless").getBytes(StandardCharsets.UTF_8)));
        assertThat(replay().differences())
                .extracting(Difference::where)
                .containsExactly("event 4 (notifications.customer-notified.v1 senseless): digest");
    }

    @Test
    void shouldFindAnAnswerThatWaitsNoMore() {
        KeyValueStore<Bytes, Object> early = driver.store("early-events");
        early.delete(entry(early, 0).key);
        assertThat(replay().differences())
                .containsExactly(new Difference("events that wait for their refund's request", "[6]", "[]"));
    }

    private OrderReplay replay() {
        return new Replayer(driver.orders()).replay(ORDER).orElseThrow();
    }

    private void changed(int number, UnaryOperator<SequenceEntry> change) {
        KeyValueStore<Bytes, SequenceEntry> sequence = driver.store(RefundTopology.ORDER_EVENT_SEQUENCE);
        KeyValue<Bytes, SequenceEntry> kept = entry(sequence, number - 1);
        sequence.put(kept.key, change.apply(kept.value));
    }

    private static <V> KeyValue<Bytes, V> entry(KeyValueStore<Bytes, V> store, int place) {
        @Nullable KeyValue<Bytes, V> found = null;
        try (KeyValueIterator<Bytes, V> all = store.all()) {
            for (int i = 0; i <= place; i++) {
                found = all.next();
            }
        }
        return Objects.requireNonNull(found);
    }
}

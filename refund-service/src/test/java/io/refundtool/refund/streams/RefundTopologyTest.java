package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Event;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.refund.Golden;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.streams.SequenceEntry.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundTopologyTest {

    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");

    @TempDir
    private Path stateDir;

    private RefundTopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new RefundTopologyDriver(stateDir.resolve("first"));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /**
     * Names of operators and stores are persisted data: a changelog topic bears its store's name. To change one, give
     * the application a new id, rebuild the state from the source topics, and only then update the golden file.
     */
    @Test
    void shouldHaveTheNamesThatAreInUse() {
        Golden.assertSame(
                Path.of("src/test/resources/refund-topology.txt"),
                RefundTopology.build(
                                RefundTopologyDriver.deadlines(Map.of()),
                                RefundTopologyDriver.archive(),
                                new SimpleMeterRegistry())
                        .describe()
                        .toString());
    }

    @Test
    void shouldDriveARefundToItsEnd() {
        // when
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);
        driver.pipe("e3", registered("R-1", movement("R-1"), 1000));
        driver.pipe("e4", notified("R-1", RefundStatus.FISCALIZED));

        // then
        assertThat(driver.announcedTypes())
                .containsExactly(
                        "refund.approved.v1",
                        "refund.money-refunded.v1",
                        "refund.fiscalized.v1",
                        "refund.completed.v1");
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenAnEventComesAgain() {
        // given
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);
        driver.announcedTypes();
        OrderState before = driver.order(ORDER);

        // when
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);

        // then
        assertThat(driver.announcedTypes()).isEmpty();
        assertThat(driver.order(ORDER)).isEqualTo(before);
        assertThat(driver.sequence(ORDER)).hasSize(2);
    }

    @Test
    void shouldRefuseAnotherContentUnderTheSameEventId() {
        // given
        driver.pipe("e1", ASKED);

        // when
        driver.pipe("e1", requested("R-2", line("L1", 1, 1000)));

        // then
        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter.headers(), DeadLetters.CAUSE)).isEqualTo("EVENT_CONFLICT");
            assertThat(header(letter.headers(), DeadLetters.ORIGIN_TOPIC)).isEqualTo("bob.refund.v1");
        });
    }

    @Test
    void shouldKeepEveryEventWithWhatBecameOfIt() {
        // when
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);
        driver.pipe("e3", PAID);

        // then
        List<SequenceEntry> entries = driver.sequence(ORDER);
        assertThat(entries).extracting(SequenceEntry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(entries)
                .extracting(SequenceEntry::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.IGNORED);
        assertThat(entries.getLast().reason()).contains("paid by transaction T-1 before");
    }

    @Test
    void shouldMakeUnreadableBytesADeadLetterAndGoOn() {
        // when
        driver.pipeBytes("bob.refund.v1", new byte[] {(byte) 0xff, 0, 1});
        driver.pipe("e1", ASKED);

        // then
        TestRecord<byte[], byte[]> letter = driver.deadLetters().getFirst();
        assertThat(letter.value()).containsExactly(0xff, 0, 1);
        assertThat(header(letter.headers(), DeadLetters.CAUSE)).isEqualTo("MISSING_TYPE");
        assertThat(header(letter.headers(), DeadLetters.ORIGIN_OFFSET)).isEqualTo("0");
        assertThat(driver.announcedTypes()).containsExactly("refund.approved.v1");
    }

    @Test
    void shouldMakeADecisionOnAnUnknownRefundADeadLetter() {
        // when
        driver.pipe("e1", cancelled("R-1"));

        // then
        assertThat(header(driver.deadLetters().getFirst().headers(), DeadLetters.CAUSE))
                .isEqualTo("UNKNOWN_REFUND");
        assertThat(driver.sequence(ORDER)).extracting(SequenceEntry::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void shouldContinueTheTraceOfTheCause() {
        // when
        driver.pipe("e1", ASKED);

        // then
        Headers headers = driver.announced().getFirst().headers();
        assertThat(header(headers, "traceparent")).startsWith("00-" + RefundTopologyDriver.TRACE_ID);
    }

    @Test
    void shouldAnnounceTheSameBytesFromTheSameHistory() {
        // given
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);
        List<TestRecord<byte[], byte[]>> first = driver.announced();
        driver.close();

        // when
        driver = new RefundTopologyDriver(stateDir.resolve("second"));
        driver.pipe("e1", ASKED);
        driver.pipe("e2", PAID);

        // then
        assertThat(driver.announced())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(first);
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

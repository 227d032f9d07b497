package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.note;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.archive.OrderArchived;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.common.ArchivedRefund;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.messaging.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished orders leave the stores once they were archived. */
class OrderArchiveTest {

    private static final Duration YEARS = Duration.ofDays(800);
    private static final String DAILY = "D-";

    private RefundTopologyDriver driver;

    @BeforeEach
    void open(@TempDir Path stateDir) {
        driver = new RefundTopologyDriver(stateDir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldRemoveAFinishedOrderFromAllStores() {
        // given
        completed("R-1");
        completed("R-2");
        driver.pipe("late", note("R-1"));

        // when
        driver.pipe("a1", driver.archived(ORDER));

        // then
        assertThat(driver.entries()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(decided("removed")).isEqualTo(1);
    }

    @Test
    void shouldKeepOtherOrders() {
        // given
        driver.pipe("e0", requestedOf("O-10", "R-1", NOON, line("L1", 1, 1000)));
        driver.pipe("e1", requestedOf("O", "R-1", NOON, line("L1", 1, 1000)));
        Map<String, Integer> before = driver.entries();
        completed("R-1");

        // when
        driver.pipe("a1", driver.archived(ORDER));

        // then
        assertThat(driver.entries()).isEqualTo(before);
        assertThat(driver.order("O-10").all()).hasSize(1);
    }

    @Test
    void shouldChangeNothingWhenItComesAgain() {
        // given
        completed("R-1");
        OrderArchived archived = driver.archived(ORDER);
        driver.pipe("a1", archived);

        // when
        driver.pipe("a1", archived);

        // then
        assertThat(driver.entries()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(decided("unknown")).isEqualTo(1);
    }

    @Test
    void shouldKeepAnOrderWithARefundThatWaits() {
        // given
        completed("R-1");
        driver.pipe("e9", requested("R-2", line("L1", 1, 1000)));

        // when
        driver.pipe("a1", driver.archived(ORDER));

        // then
        assertThat(driver.order(ORDER).all()).hasSize(2);
        assertThat(decided("open")).isEqualTo(1);
    }

    @Test
    void shouldKeepAnOrderThatChangedSinceItWasArchived() {
        // given
        completed("R-1");
        OrderArchived archived = driver.archived(ORDER);
        driver.pipe("asked", requested("R-2", line("L1", 1, 1000)));
        driver.pipe("cancelled", cancelled("R-2"));
        driver.pipe("paid", paid("R-2", 1, 1, 1000, "T-9"));
        Map<String, Integer> before = driver.entries();

        // when
        driver.pipe("a1", archived);

        // then
        assertThat(driver.entries()).isEqualTo(before);
        assertThat(decided("changed")).isEqualTo(1);
    }

    @Test
    void shouldKeepAnOrderForWhichAnswersWait() {
        // given
        completed("R-1");
        driver.pipe("early", paid("R-2", 1, 1, 1000, "T-9"));

        // when
        driver.pipe("a1", driver.archived(ORDER));

        // then
        assertThat(decided("early")).isEqualTo(1);
        driver.pipe("asked", requested("R-2", line("L1", 1, 1000)));
        assertThat(driver.order(ORDER).refund("R-2").orElseThrow().status()).isEqualTo(RefundStatus.MONEY_REFUNDED);
    }

    @Test
    void shouldNotRefundAgainWhenTheOldRequestOfAForgottenOrderComesAgain() {
        // given
        completed("R-1");
        driver.pipe("a1", driver.archived(ORDER));
        driver.announced();

        // when
        driver.pipe("asked-R-1", NOON, requested("R-1", line("L1", 1, 1000)), NOON.plus(YEARS));
        driver.pipe("paid-R-1", NOON, paid("R-1", 1, 1, 1000, "T-R-1"), NOON.plus(YEARS));

        // then
        assertThat(driver.announced()).isEmpty();
        assertThat(driver.entries()).isEmpty();
        assertThat(driver.deadLetters())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetters.CAUSE).value(), StandardCharsets.UTF_8))
                .containsExactly("TOO_OLD", "TOO_OLD");
    }

    @Test
    void shouldForgetAnOrderThatWasForgottenBeforeAndHadARefundAgain() {
        // given
        completed("R-1");
        OrderArchived first = driver.archived(ORDER);
        driver.pipe("a1", first);
        completed("R-2");
        driver.announced();

        // when an old request comes again
        driver.pipe("asked-R-1", NOON, requested("R-1", line("L1", 1, 1000)), NOON.plus(YEARS));

        // then
        assertThat(driver.announced()).isEmpty();
        assertThat(driver.deadLetters()).hasSize(1);

        // when the order is archived with all that the read model has of it
        OrderArchived again = driver.archived(ORDER);
        List<ArchivedRefund> refunds =
                List.of(first.refunds().getFirst(), again.refunds().getFirst());
        driver.pipe(
                "a2",
                new OrderArchived(ORDER, "R-2", Country.RU, again.lastUpdateId(), again.lastChangedAt(), refunds));

        // then
        assertThat(driver.entries()).isEmpty();
    }

    @Test
    void shouldKeepAnOrderOfWhichTheArchiveMissesARefund() {
        // given
        completed("R-1");
        completed("R-2");
        OrderArchived whole = driver.archived(ORDER);
        List<ArchivedRefund> last = List.of(whole.refunds().getLast());

        // when
        driver.pipe(
                "a1", new OrderArchived(ORDER, "R-2", Country.RU, whole.lastUpdateId(), whole.lastChangedAt(), last));

        // then
        assertThat(driver.order(ORDER).all()).hasSize(2);
        assertThat(decided("changed")).isEqualTo(1);
    }

    @Test
    void shouldHearOfAKnownRefundHoweverOldTheEventIs() {
        // given
        completed("R-1");

        // when
        driver.pipe("late", NOON, returned("R-1", 1, 1000, "T-R-1"), NOON.plus(YEARS));

        // then
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.order(ORDER).refund("R-1").orElseThrow().status())
                .isEqualTo(RefundStatus.AWAITING_CLARIFICATION);
    }

    /** A day brings an order, and an order is archived after its days of rest. */
    @Test
    void shouldStayAsLargeAsTheOrdersOfTheTimeThatIsKept() {
        // given
        int rest = 20;
        int days = 200;
        Map<String, Integer> full = Map.of();

        // when
        for (int day = 0; day < days; day++) {
            Instant now = NOON.plus(Duration.ofDays(day));
            driver.pipe("asked", now, requestedOf(DAILY + day, "R-1", now, line("L1", 1, 1000)), now);
            driver.pipe("asked-too", now, requestedOf(DAILY + day, "R-2", now, line("L1", 9, 1000)), now);
            driver.pipe("cancelled", now, cancelledOf(DAILY + day, now), now);
            driver.pipe("declined", now, declinedOf(DAILY + day, now), now);
            driver.advance(Duration.ofDays(1));
            if (day >= rest) {
                driver.pipe("a" + day, now, driver.archived(DAILY + (day - rest)), now);
                full = full.isEmpty() ? driver.entries() : full;
                assertThat(driver.entries()).as("entries on day %d", day).isEqualTo(full);
            }
        }

        // then
        assertThat(full.values()).isNotEmpty().allMatch(entries -> entries <= rest * 4);
        assertThat(decided("removed")).isEqualTo(days - rest);
    }

    private void completed(String refundId) {
        driver.pipe("asked-" + refundId, requested(refundId, line("L1", 1, 1000)));
        driver.pipe("paid-" + refundId, paid(refundId, 1, 1, 1000, "T-" + refundId));
        driver.pipe("registered-" + refundId, registered(refundId, movement(refundId), 1000));
        driver.pipe("notified-" + refundId, notified(refundId, RefundStatus.FISCALIZED));
    }

    private static Event cancelledOf(String orderId, Instant at) {
        return new RefundCancellationRequested(orderId, "R-1", Country.RU, at, null);
    }

    private static Event declinedOf(String orderId, Instant at) {
        String key = orderId + "/R-1/1/1";
        return new RefundDeclined(orderId, "R-1", Country.RU, 1, key, DeclineCode.CARD_EXPIRED, "Expired", at);
    }

    private double decided(String outcome) {
        return driver.meters()
                .get("refundtool.archive.orders")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}

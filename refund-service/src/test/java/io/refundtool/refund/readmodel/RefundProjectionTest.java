package io.refundtool.refund.readmodel;

import static io.refundtool.refund.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.OrderedReading;
import io.refundtool.testservers.NeedsServers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

@NeedsServers
class RefundProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static DriverManagerDataSource database = new DriverManagerDataSource();

    private final OrderedReading projection =
            new RefundProjection(new JdbcTemplate(database)).reading(new JdbcTransactionManager(database));
    private final RefundView view = new RefundView(JdbcClient.create(database));
    private final List<ReceivedEvent> told = new ArrayList<>();

    @BeforeAll
    static void createTables() {
        database = ReadModelDatabase.create();
    }

    @BeforeEach
    void empty() {
        new JdbcTemplate(database).execute("truncate refund_view, projection_offset");
    }

    @Test
    void shouldKeepWhyARefundIsOnHoldUntilItsStatusChanges() {
        // given
        tell(held("R-1", HoldCode.PAYMENT_SILENT));

        // when
        tell(reversalStarted("R-1", RefundStatus.ON_HOLD));

        // then
        assertThat(only().code()).isEqualTo("payment-silent");
        assertThat(only().reason()).isEqualTo("held");
        tell(approved("R-1"));
        assertThat(only().code()).isNull();
        assertThat(only().reason()).isNull();
    }

    @Test
    void shouldFollowMoneyThatComesBack() {
        // when
        tell(reversalStarted("R-1", RefundStatus.REVERSING));
        tell(moneyReversed("R-1"));

        // then
        assertThat(only().status()).isEqualTo("reversing");
    }

    @Test
    void shouldFindBySeveralStatusesAndByCode() {
        // given
        tell(approved("R-1"));
        tell(held("R-2", HoldCode.PAYMENT_SILENT));
        tell(held("R-3", HoldCode.RECEIPT_FAILED));
        tell(reversalStarted("R-4", RefundStatus.REVERSING));

        // then
        assertThat(found(List.of("on-hold", "reversing"), null)).containsExactly("R-2", "R-3", "R-4");
        assertThat(found(List.of("on-hold"), "receipt-failed")).containsExactly("R-3");
        assertThat(found(List.of(), "payment-silent")).containsExactly("R-2");
        assertThat(found(List.of(), null)).hasSize(4);
    }

    @Test
    void shouldChangeNothingWhenABatchComesAgain() {
        // given
        tell(held("R-1", HoldCode.PAYMENT_SILENT));
        List<ReceivedEvent> first = List.copyOf(told);
        tell(approved("R-1"));

        // when
        projection.handle(first);

        // then
        assertThat(only().status()).isEqualTo("approved");
    }

    @Test
    void shouldReportWhatWaitsForAnOperatorByCode() {
        // given
        tell(held("R-1", HoldCode.PAYMENT_SILENT));
        tell(held("R-2", HoldCode.PAYMENT_SILENT));
        tell(held("R-3", HoldCode.RECEIPT_FAILED));
        tell(approved("R-3"));
        MeterRegistry meters = new SimpleMeterRegistry();
        OnHoldReport report = new OnHoldReport(view, meters, Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC));
        assertThat(gauge(meters, "", HoldCode.PAYMENT_SILENT)).isNaN();

        // when
        report.count();

        // then
        assertThat(gauge(meters, "", HoldCode.PAYMENT_SILENT)).isEqualTo(2);
        assertThat(gauge(meters, ".age", HoldCode.PAYMENT_SILENT)).isEqualTo(90);
        assertThat(gauge(meters, "", HoldCode.RECEIPT_FAILED)).isZero();
    }

    @Test
    void shouldReportNothingWhileTheDatabaseIsAway() {
        // given
        RefundView away = new RefundView(
                JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none?connectTimeout=1")));
        MeterRegistry meters = new SimpleMeterRegistry();
        OnHoldReport report = new OnHoldReport(away, meters, Clock.systemUTC());

        // when
        report.count();

        // then
        assertThat(gauge(meters, "", HoldCode.PAYMENT_SILENT)).isNaN();
    }

    private void tell(RefundUpdate update) {
        long offset = told.size();
        ReceivedEvent event = new ReceivedEvent(
                new Envelope<>("e-" + offset, "/refund-service", NOON, null, update),
                new ConsumerRecord<>("refund.update.v1", 0, offset, update.orderId(), new byte[0]));
        told.add(event);
        projection.handle(List.of(event));
    }

    private RefundSummary only() {
        List<RefundSummary> all = view.find(new RefundSearch(List.of(), null, null, null, null, null, 10));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> found(List<String> statuses, @Nullable String code) {
        return view.find(new RefundSearch(statuses, code, null, null, null, null, 10)).stream()
                .map(RefundSummary::refundId)
                .toList();
    }

    private static double gauge(MeterRegistry meters, String suffix, HoldCode code) {
        return meters.get("refundtool.refunds.on.hold" + suffix)
                .tag("code", code.wire())
                .gauge()
                .value();
    }

    private static Approved approved(String refundId) {
        return new Approved("O-1", refundId, Country.DE, snapshot(RefundStatus.APPROVED), null, cause(), 1);
    }

    private static PutOnHold held(String refundId, HoldCode code) {
        return new PutOnHold("O-1", refundId, Country.DE, snapshot(RefundStatus.ON_HOLD), null, cause(), code, "held");
    }

    private static MoneyReversed moneyReversed(String refundId) {
        return new MoneyReversed(
                "O-1", refundId, Country.DE, snapshot(RefundStatus.REVERSING), null, cause(), "m-2", "m-1", 1);
    }

    private static ReversalStarted reversalStarted(String refundId, RefundStatus status) {
        List<PaidTransaction> transactions = List.of(new PaidTransaction(1, "T-2", 100));
        return new ReversalStarted(
                "O-1", refundId, Country.DE, snapshot(status), null, cause(), transactions, 1, "paid a second time");
    }

    private static Cause cause() {
        return new Cause("cause", "payment.money-refunded.v1", NOON);
    }
}

package io.refundtool.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.EventCodec;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.PaymentUpdate;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.payment.ReversalDeclined;
import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.ledger.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One kind of fault at a time, in every case that there is. */
class PaymentFaultsTest {

    private static final int SEED = 1;
    private static final int FIRST = 1;
    private static final int MANY_KEYS = 40;

    private final PaymentLedger ledger = new PaymentLedger(Journal.inMemory());

    @Test
    void shouldAnswerAtOnceAndTheSameAgainWithoutFaults() {
        // when
        List<Reply> first = pay(FaultPlan.none(), "key", FIRST);
        List<Reply> again = pay(FaultPlan.none(), "key", 2);

        // then
        assertThat(first).singleElement().matches(Reply::atOnce);
        assertThat(said(again)).extracting(GatewayEvent::eid).isEqualTo(eids(first));
        assertThat(read(again)).isEqualTo(read(first));
    }

    @Test
    void shouldLeaveAlonePartsThatHaveTheirAnswer() {
        // when
        List<Reply> replies = desk(FaultPlan.none())
                .replies(
                        PaymentEvents.approved(FIRST, PaymentEvents.part("key", 100, PartResult.REFUNDED)),
                        "traceparent");

        // then
        assertThat(replies).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void shouldDelayAnswersUpToThreeSeconds() {
        assertThat(pay(always(FaultKind.PAYMENT_DELAY), "key", FIRST))
                .singleElement()
                .satisfies(reply -> assertThat(reply.delay()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(3)));
    }

    @Test
    void shouldBeSilentForSomeAnnouncementsAndForSomeKeysForEver() {
        // given
        FaultPlan silence = always(FaultKind.PAYMENT_SILENCE);

        // when
        List<Integer> answered = keys().map(key -> firstAnswer(silence, key)).toList();

        // then
        assertThat(answered).contains(2, 3, 4, 5, -1).doesNotContain(FIRST);
    }

    @Test
    void shouldHavePaidInSilenceAtTimes() {
        // given
        FaultPlan silence = always(FaultKind.PAYMENT_SILENCE);

        // when
        keys().forEach(key -> pay(silence, key, FIRST));

        // then
        assertThat(ledger.entries()).hasSizeBetween(1, MANY_KEYS - 1);
    }

    /** The attempt with the first answer; -1 for none at all. */
    private int firstAnswer(FaultPlan silence, String key) {
        return IntStream.rangeClosed(1, 20)
                .filter(attempt -> !pay(silence, key, attempt).isEmpty())
                .findFirst()
                .orElse(-1);
    }

    @Test
    void shouldDeclineWithAnyCode() {
        // when
        List<PaymentUpdate> answers = keys().flatMap(
                        key -> read(pay(always(FaultKind.PAYMENT_DECLINE), key, FIRST)).stream())
                .toList();

        // then
        assertThat(answers)
                .hasSize(MANY_KEYS)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(RefundDeclined.class))
                .map(answer -> ((RefundDeclined) answer).code())
                .contains(DeclineCode.values());
    }

    @Test
    void shouldSayTheSameTwiceUnderTheSameOrAnotherId() {
        // when
        List<List<Reply>> twice = keys().map(key -> pay(always(FaultKind.PAYMENT_DUPLICATE), key, FIRST))
                .toList();

        // then
        assertThat(twice).allSatisfy(replies -> {
            assertThat(replies).hasSize(2);
            assertThat(read(replies)).hasSize(1);
        });
        assertThat(twice)
                .map(replies -> eids(replies).stream().distinct().count())
                .contains(1L, 2L);
    }

    @Test
    void shouldPayASecondTimeUnderAnotherTransaction() {
        // when
        List<PaymentUpdate> answers = read(pay(always(FaultKind.PAYMENT_TWICE), "key", FIRST));

        // then
        assertThat(answers)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(MoneyRefunded.class))
                .map(answer -> ((MoneyRefunded) answer).transactionId())
                .doesNotHaveDuplicates();
        assertThat(ledger.entries()).hasSize(2);
    }

    @Test
    void shouldBringMoneyBackAfterSuccessUnlessItWasTakenBack() {
        // given
        List<Reply> replies = pay(always(FaultKind.PAYMENT_LATE_FAILURE), "key", FIRST);
        List<Reply> reversed = pay(always(FaultKind.PAYMENT_LATE_FAILURE), "key-2", FIRST);
        ledger.reverse(ledger.entries().getLast(), null, Clock.systemUTC().instant());

        // when // then
        assertThat(replies.getLast().delay()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(6));
        assertThat(read(replies))
                .extracting(Object::getClass)
                .isEqualTo(List.of(MoneyRefunded.class, RefundReturned.class));
        assertThat(read(reversed)).extracting(Object::getClass).isEqualTo(List.of(MoneyRefunded.class));
    }

    @Test
    void shouldDoNothingMoreWithAPaymentThatNobodyHearsOf() {
        // given
        FaultPlan plan = new FaultPlan(
                SEED,
                Map.of(
                        FaultKind.PAYMENT_SILENCE, 1.0,
                        FaultKind.PAYMENT_TWICE, 1.0,
                        FaultKind.PAYMENT_LATE_FAILURE, 1.0));

        // when // then
        assertThat(keys().flatMap(key -> pay(plan, key, FIRST).stream())).isEmpty();
        assertThat(keys().flatMap(key -> pay(plan, key, 5).stream())).isNotEmpty();
    }

    @Test
    void shouldTakeBackWhatItPaidAndDeclineWhatItDidNot() {
        // given
        pay(FaultPlan.none(), "key", FIRST);
        LedgerEntry paid = ledger.entries().getFirst();
        LedgerEntry foreign = paid.about(LedgerEntry.Kind.PAID, null, paid.at());

        // when
        List<PaymentUpdate> answers = reverse(FaultPlan.none(), FIRST, paid);
        List<PaymentUpdate> again = reverse(FaultPlan.none(), 2, paid);
        PaymentLedger empty = new PaymentLedger(Journal.inMemory());
        List<Reply> unknown = new ReversalDesk(empty, new PaymentConduct(FaultPlan.none()), Clock.systemUTC())
                .replies(PaymentEvents.reversal(FIRST, foreign), "traceparent");

        // then
        assertThat(answers).singleElement().isInstanceOf(RefundReversed.class);
        assertThat(again).isEqualTo(answers);
        assertThat(read(unknown)).singleElement().isInstanceOf(ReversalDeclined.class);
    }

    @Test
    void shouldDeclineReversalsAndBeSilentAboutThem() {
        // given
        pay(FaultPlan.none(), "key", FIRST);
        LedgerEntry paid = ledger.entries().getFirst();

        // when // then
        assertThat(reverse(always(FaultKind.REVERSAL_SILENCE), FIRST, paid)).isEmpty();
        assertThat(reverse(always(FaultKind.REVERSAL_DECLINED), FIRST, paid))
                .singleElement()
                .isInstanceOfAny(ReversalDeclined.class, RefundReversed.class);
    }

    private static Stream<String> keys() {
        return IntStream.range(0, MANY_KEYS).mapToObj(i -> "key-" + i);
    }

    private static FaultPlan always(FaultKind kind) {
        return new FaultPlan(SEED, Map.of(kind, 1.0));
    }

    private PayoutDesk desk(FaultPlan plan) {
        return new PayoutDesk(ledger, new PaymentConduct(plan), Clock.systemUTC());
    }

    private List<Reply> pay(FaultPlan plan, String key, int attempt) {
        return desk(plan).replies(PaymentEvents.approved(attempt, PaymentEvents.part(key, 100)), "traceparent");
    }

    private List<PaymentUpdate> reverse(FaultPlan plan, int attempt, LedgerEntry... paid) {
        return read(new ReversalDesk(ledger, new PaymentConduct(plan), Clock.systemUTC())
                .replies(PaymentEvents.reversal(attempt, paid), "traceparent"));
    }

    private static List<GatewayEvent> said(List<Reply> replies) {
        List<GatewayEvent> events = new ArrayList<>();
        replies.forEach(reply -> events.addAll(reply.letter().write()));
        return events;
    }

    private static List<String> eids(List<Reply> replies) {
        return said(replies).stream().map(GatewayEvent::eid).toList();
    }

    /** What is said, each different thing once. */
    private static List<PaymentUpdate> read(List<Reply> replies) {
        return said(replies).stream()
                .map(event -> (PaymentUpdate) EventCodec.read(event.type(), event.data()))
                .distinct()
                .toList();
    }
}

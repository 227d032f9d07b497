package io.refundtool.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.refund.Approved;
import io.refundtool.sandbox.ledger.Journal;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentLedgerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(9);
    private static final Approved REFUND = PaymentEvents.approved(1);

    private final PaymentLedger ledger = new PaymentLedger(Journal.inMemory());

    @Test
    void shouldPayOnceForTheSameKeyAndAnswerTheSame() {
        // when
        LedgerEntry first = pay("key", 100, NOW);
        LedgerEntry second = pay("key", 100, LATER);

        // then
        assertThat(second).isEqualTo(first);
        assertThat(ledger.entries()).containsExactly(first);
        assertThat(first.netMinor()).isEqualTo(100);
    }

    @Test
    void shouldPayTwiceForTwoKeys() {
        // when
        LedgerEntry first = pay("key-1", 100, NOW);
        LedgerEntry second = pay("key-2", 100, NOW);

        // then
        assertThat(first.transactionId()).isNotEqualTo(second.transactionId());
        assertThat(ledger.entries()).containsExactly(first, second);
    }

    @Test
    void shouldRefuseAKeyThatMeansSomethingElse() {
        // given
        pay("key", 100, NOW);

        // when // then
        assertThatThrownBy(() -> pay("key", 101, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("asks for 101 GBP under it");
    }

    @Test
    void shouldDeclineAKeyForGood() {
        // given
        LedgerEntry declined =
                ledger.pay(REFUND, CurrencyCode.GBP, PaymentEvents.part("key", 100), DeclineCode.CARD_EXPIRED, NOW);

        // when
        LedgerEntry again = pay("key", 100, LATER);

        // then
        assertThat(again).isEqualTo(declined);
        assertThat(declined.netMinor()).isZero();
    }

    @Test
    void shouldTakeATransactionBackOnce() {
        // given
        LedgerEntry paid = pay("key", 100, NOW);

        // when
        LedgerEntry back = ledger.reverse(paid, null, NOW);
        LedgerEntry again = ledger.reverse(paid, DeclineCode.OTHER, LATER);
        LedgerEntry returned = ledger.bringBack(paid, LATER);

        // then
        assertThat(back.kind()).isEqualTo(Kind.REVERSED);
        assertThat(back.netMinor()).isEqualTo(-100);
        assertThat(again).isEqualTo(back);
        assertThat(returned).isEqualTo(back);
        assertThat(ledger.entries()).containsExactly(paid, back);
    }

    @Test
    void shouldKeepADeclinedReversalDeclinedUntilTheMoneyComesBackByItself() {
        // given
        LedgerEntry paid = pay("key", 100, NOW);
        LedgerEntry declined = ledger.reverse(paid, DeclineCode.INSUFFICIENT_FUNDS, NOW);

        // when
        LedgerEntry again = ledger.reverse(paid, null, LATER);
        LedgerEntry returned = ledger.bringBack(paid, LATER);

        // then
        assertThat(again).isEqualTo(declined);
        assertThat(returned.kind()).isEqualTo(Kind.RETURNED);
        assertThat(ledger.reverse(paid, null, LATER)).isEqualTo(returned);
    }

    @Test
    void shouldPayTheSameASecondTimeUnderAnotherTransaction() {
        // given
        LedgerEntry paid = pay("key", 100, NOW);

        // when
        LedgerEntry second = ledger.payAgain(paid, LATER);

        // then
        assertThat(second.transactionId()).isNotEqualTo(paid.transactionId());
        assertThat(ledger.payAgain(paid, LATER.plusSeconds(1))).isEqualTo(second);
        assertThat(pay("key", 100, LATER)).isEqualTo(paid);
        assertThat(ledger.paid(second.transactionId())).contains(second);
    }

    private LedgerEntry pay(String key, long amount, Instant when) {
        return ledger.pay(REFUND, CurrencyCode.GBP, PaymentEvents.part(key, amount), null, when);
    }
}

package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.markedPaid;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.movementBack;
import static io.refundtool.refund.domain.RefundEvents.notNotified;
import static io.refundtool.refund.domain.RefundEvents.notRequired;
import static io.refundtool.refund.domain.RefundEvents.note;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paused;
import static io.refundtool.refund.domain.RefundEvents.payoutChanged;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.rejected;
import static io.refundtool.refund.domain.RefundEvents.resumed;
import static io.refundtool.refund.domain.RefundEvents.retry;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static io.refundtool.refund.domain.RefundEvents.reversed;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.payment.MoneyRefunded;
import java.util.List;

/** Any event that a spec allows, of few ids and amounts, so that some of them fit by chance. */
final class AnyEvent {

    private static final Long[] AMOUNTS = {1_000L, 700L, 500L, 1_555L, 300L, 1L, 999L, 2_000L, 1_000_000_000_000_000L};

    private final Choices choices;
    private final Orders orders;

    AnyEvent(Choices choices, Orders orders) {
        this.choices = choices;
        this.orders = orders;
    }

    Event about(String refundId) {
        return switch (choices.below(6)) {
            case 0, 1 -> payment(refundId);
            case 2 -> fiscalization(refundId);
            case 3 -> bobOrNotifications(refundId);
            case 4 -> operator(refundId);
            default -> overdue(refundId, choices.of(Awaited.values()), number(4), number(3), number(3));
        };
    }

    private Event payment(String refundId) {
        int part = number(3);
        return switch (choices.below(6)) {
            case 0, 1 -> paid(refundId, part);
            case 2 -> declined(refundId, part, number(4));
            case 3 -> returned(refundId, part, choices.of(AMOUNTS), transaction());
            case 4 -> reversed(refundId, part, choices.of(AMOUNTS), transaction());
            default -> reversalDeclined(refundId, part, transaction());
        };
    }

    private Event paid(String refundId, int part) {
        String key = choices.onceIn(5) ? "foreign-" + number(2) : NextEvent.Keys.of(refundId, part, number(4));
        CurrencyCode currency = choices.onceIn(10) ? CurrencyCode.USD : CurrencyCode.RUB;
        return new MoneyRefunded(
                ORDER, refundId, Country.RU, part, key, transaction(), currency, choices.of(AMOUNTS), NOON);
    }

    private Event fiscalization(String refundId) {
        String movement = choices.of(new String[] {movement(refundId), movementBack(refundId), "foreign"});
        return switch (choices.below(4)) {
            case 0 -> registered(refundId, movement, choices.of(AMOUNTS));
            case 1 -> registered(refundId, movement, choices.of(AMOUNTS), 300);
            case 2 -> notRequired(refundId, movement);
            default -> receiptFailed(refundId, movement);
        };
    }

    private Event bobOrNotifications(String refundId) {
        return switch (choices.below(6)) {
            case 0, 1 -> clarified(refundId);
            case 2 -> cancelled(refundId);
            case 3 -> notified(refundId, choices.of(RefundStatus.values()));
            case 4 -> notNotified(refundId);
            default -> Orders.request(choices, orders.basis(), refundId, 6);
        };
    }

    private Event operator(String refundId) {
        List<Event> decisions = List.of(
                note(refundId),
                retry(refundId),
                resumed(refundId),
                paused(refundId),
                payoutChanged(refundId),
                markedPaid(refundId, transaction()),
                rejected(refundId));
        return decisions.get(choices.below(decisions.size()));
    }

    private String transaction() {
        return "T-" + choices.below(4);
    }

    private int number(int max) {
        return 1 + choices.below(max);
    }
}

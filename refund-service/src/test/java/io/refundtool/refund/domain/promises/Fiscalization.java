package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.notRequired;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;

import io.refundtool.events.Event;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.refund.domain.RefundEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fiscalization with its moods: a movement has its receipts once, however often it is announced. */
final class Fiscalization {

    private final Conduct conduct;
    private final Consumer<Event> answers;
    private final Map<String, Long> registered = new HashMap<>();
    private final Set<String> notNeeded = new HashSet<>();
    private final Map<String, Integer> asked = new HashMap<>();

    Fiscalization(Conduct conduct, Consumer<Event> answers) {
        this.conduct = conduct;
        this.answers = answers;
    }

    void read(RefundUpdate update) {
        switch (update) {
            case MoneyRefunded moved -> register(moved, moved.movementId(), false);
            case MoneyReversed moved -> register(moved, moved.movementId(), true);
            default -> {}
        }
    }

    /** Amount of the receipts of a movement; 0 where it has none. */
    long registered(String movementId) {
        return registered.getOrDefault(movementId, 0L);
    }

    boolean needsNone(String movementId) {
        return notNeeded.contains(movementId);
    }

    private void register(RefundUpdate update, String movementId, boolean compensation) {
        Conduct.Receipts how = conduct.receipts(update.refundId(), compensation);
        boolean first = asked.merge(movementId, 1, Integer::sum) == 1;
        long amount = update.refund().amountMinor();
        String refundId = update.refundId();
        switch (how) {
            case IS_SILENT -> {}
            case FAILS -> answers.accept(receiptFailed(refundId, movementId));
            case NEEDS_NONE -> {
                notNeeded.add(movementId);
                answers.accept(notRequired(refundId, movementId));
            }
            case REGISTERS_TWO -> register(refundId, movementId, amount - 1, 1);
            case REGISTERS -> register(refundId, movementId, amount);
            case ANSWERS_THE_SECOND_TIME, FAILS_ONCE, CONTRADICTS_ONCE -> {
                if (!first) {
                    register(refundId, movementId, amount);
                } else if (how == Conduct.Receipts.FAILS_ONCE) {
                    answers.accept(receiptFailed(refundId, movementId));
                } else if (how == Conduct.Receipts.CONTRADICTS_ONCE) {
                    answers.accept(RefundEvents.registered(refundId, movementId, amount + 1));
                }
            }
        }
    }

    private void register(String refundId, String movementId, long... amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        registered.put(movementId, sum);
        answers.accept(RefundEvents.registered(refundId, movementId, amounts));
    }
}

package io.refundtool.refund.domain;

import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a refund is paid out: a part for each captured payment it goes back to, with Payment's answer to each.
 *
 * @param parts in the order of the captured payments; their amounts make the refund's amount
 * @param alternativeUsed whether the alternative payout of the request was tried
 */
public record PayoutPlan(List<PayoutPart> parts, boolean alternativeUsed) {

    /** What a refund has that was rejected at once. */
    static final PayoutPlan NONE = new PayoutPlan(List.of(), false);

    /** Parts whose payout failed for certain, so that another one can be tried. */
    static final Set<PartResult> FAILED = EnumSet.of(PartResult.DECLINED, PartResult.RETURNED, PartResult.REVERSED);

    /** Parts whose money is not with the customer as far as is known. */
    static final Set<PartResult> UNPAID = EnumSet.complementOf(EnumSet.of(PartResult.REFUNDED));

    private static final int MAX_TRY_DIGITS = 4;

    public PayoutPlan {
        parts = List.copyOf(parts);
    }

    /** The key under which Payment moves the money of a part once, however often it is asked. */
    static String idempotencyKey(RefundCase refund, int part, int tries) {
        return keyPrefix(refund, part) + tries;
    }

    /** Which try of a part a key belongs to; empty for a key that was not made here. */
    static OptionalInt tryOf(RefundCase refund, int part, String idempotencyKey) {
        String prefix = keyPrefix(refund, part);
        return idempotencyKey.startsWith(prefix)
                ? number(idempotencyKey.substring(prefix.length()))
                : OptionalInt.empty();
    }

    private static OptionalInt number(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_TRY_DIGITS
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /**
     * How many payouts of a part were tried, the first included. Parts are counted apart: the keys of one do not depend on
     * when another failed.
     */
    static int triesOf(RefundCase refund, PayoutPart part) {
        return tryOf(refund, part.part(), part.idempotencyKey())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the key of a part to be made here, but it is " + part.idempotencyKey()));
    }

    /** Whether a key is one that a part may still come to use. */
    boolean mayComeToUse(RefundCase refund, int number, String idempotencyKey) {
        return part(number)
                .filter(part -> tryOf(refund, number, idempotencyKey).orElse(0) > triesOf(refund, part))
                .isPresent();
    }

    Optional<PayoutPart> part(int number) {
        return parts.stream().filter(part -> part.part() == number).findFirst();
    }

    boolean has(PartResult result) {
        return parts.stream().anyMatch(part -> part.result() == result);
    }

    boolean allRefunded() {
        return parts.stream().allMatch(part -> part.result() == PartResult.REFUNDED);
    }

    /** The plan with another result for the part of that number. */
    PayoutPlan with(PayoutPart changed) {
        List<PayoutPart> next = parts.stream()
                .map(part -> part.part() == changed.part() ? changed : part)
                .toList();
        return new PayoutPlan(next, alternativeUsed);
    }

    /**
     * Parts of these results are tried again under new keys; the others stay as they are.
     *
     * @param payout where they go now; null for where they went before
     */
    PayoutPlan tryAgain(RefundCase refund, Set<PartResult> results, @Nullable Payout payout) {
        List<PayoutPart> again = parts.stream()
                .map(part -> results.contains(part.result()) ? pending(refund, part, payout) : part)
                .toList();
        return new PayoutPlan(again, alternativeUsed);
    }

    PayoutPlan withAlternativeUsed() {
        return new PayoutPlan(parts, true);
    }

    static PayoutPart answered(
            PayoutPart part, PartResult result, @Nullable String transactionId, @Nullable DeclineCode code) {
        return new PayoutPart(
                part.part(),
                part.paymentId(),
                part.amountMinor(),
                part.payout(),
                part.idempotencyKey(),
                result,
                transactionId,
                code);
    }

    private static PayoutPart pending(RefundCase refund, PayoutPart part, @Nullable Payout payout) {
        return new PayoutPart(
                part.part(),
                part.paymentId(),
                part.amountMinor(),
                payout == null ? part.payout() : payout,
                idempotencyKey(refund, part.part(), triesOf(refund, part) + 1),
                PartResult.PENDING,
                null,
                null);
    }

    private static String keyPrefix(RefundCase refund, int part) {
        return refund.orderId() + '/' + refund.refundId() + '/' + part + '/';
    }
}

package io.refundtool.refund.domain.promises;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the world behaves, chosen before anything happens: each answer is a function of what is asked for, so worlds of the
 * same conduct differ in nothing but the order in which things are delivered.
 */
final class Conduct {

    /** What Payment does under one idempotency key. */
    enum Payout {
        PAYS,
        DECLINES,
        PAYS_TWICE,
        RETURNS_AT_ONCE,
        RETURNS_WHEN_FISCALIZED,
        RETURNS_WHEN_COMPLETED,
        ANSWERS_THE_SECOND_TIME,
        DECLINES_AND_PAYS,
        PAYS_ANOTHER_AMOUNT,
        IS_SILENT
    }

    /** What Payment does when a transaction has to come back. */
    enum Reversal {
        REVERSES,
        ANSWERS_THE_SECOND_TIME,
        DECLINES_ONCE,
        DECLINES,
        IS_SILENT
    }

    /** What Fiscalization does about one movement. */
    enum Receipts {
        REGISTERS,
        REGISTERS_TWO,
        NEEDS_NONE,
        ANSWERS_THE_SECOND_TIME,
        FAILS_ONCE,
        FAILS,
        CONTRADICTS_ONCE,
        IS_SILENT
    }

    /** What Notifications does when a refund is fiscalized. */
    enum Notice {
        TELLS,
        FAILS,
        IS_SILENT
    }

    /** What BOB does when it is asked where the money shall go. */
    enum Clarification {
        CLARIFIES,
        CANCELS,
        IS_SILENT
    }

    /** What an operator does about a refund that waits for a person. */
    enum Operator {
        LOOKS_AWAY,
        RETRIES,
        CHANGES_THE_PAYOUT,
        MARKS_AS_PAID,
        REJECTS
    }

    /** What BOB and operators do unasked, at any time. */
    enum Unasked {
        NOTHING,
        PAUSES_AND_RESUMES,
        CANCELS,
        REJECTS
    }

    /** More tries than this succeed, or a refund would never end. */
    private static final int MAX_TRIES = 3;

    private static final int MAX_PARTS = 3;
    private static final int MAX_HOLDS = 4;

    /** The plain conduct is this much likelier than any other. */
    private static final int PLAIN = 6;

    private final Map<String, Enum<?>> chosen = new HashMap<>();

    /** What a kind of world may do besides what is plain. */
    record Freedom(
            List<Payout> payouts,
            List<Reversal> reversals,
            List<Receipts> receipts,
            List<Notice> notices,
            List<Clarification> clarifications,
            List<Operator> operators,
            List<Unasked> unasked) {}

    /** Chooses how the world behaves about one refund: in every fourth case, plainly. */
    void draw(Choices choices, Freedom freedom, String refundId) {
        if (choices.below(4) == 0) {
            return;
        }
        for (int part = 1; part <= MAX_PARTS; part++) {
            for (int tries = 1; tries <= MAX_TRIES; tries++) {
                put(choices, NextEvent.Keys.of(refundId, part, tries), Payout.PAYS, freedom.payouts());
            }
            put(choices, "back " + refundId + part, Reversal.REVERSES, freedom.reversals());
        }
        put(choices, "out " + refundId, Receipts.REGISTERS, freedom.receipts());
        put(choices, "compensation " + refundId, Receipts.REGISTERS, freedom.receipts());
        put(choices, "notice " + refundId, Notice.TELLS, freedom.notices());
        put(choices, "bob " + refundId, Clarification.CLARIFIES, freedom.clarifications());
        put(choices, "unasked " + refundId, Unasked.NOTHING, freedom.unasked());
        for (int hold = 1; hold <= MAX_HOLDS; hold++) {
            put(choices, "operator " + refundId + hold, Operator.LOOKS_AWAY, freedom.operators());
        }
    }

    private <E extends Enum<E>> void put(Choices choices, String key, E plain, List<E> others) {
        E value = choices.mostly(plain, PLAIN, others);
        if (value != plain) {
            chosen.put(key, value);
        }
    }

    Payout payout(String idempotencyKey) {
        return get(idempotencyKey, Payout.PAYS);
    }

    Reversal reversal(String refundId, int part) {
        return get("back " + refundId + part, Reversal.REVERSES);
    }

    Receipts receipts(String refundId, boolean compensation) {
        return get((compensation ? "compensation " : "out ") + refundId, Receipts.REGISTERS);
    }

    Notice notice(String refundId) {
        return get("notice " + refundId, Notice.TELLS);
    }

    Clarification clarification(String refundId) {
        return get("bob " + refundId, Clarification.CLARIFIES);
    }

    Unasked unasked(String refundId) {
        return get("unasked " + refundId, Unasked.NOTHING);
    }

    /** The decision about the refund's so-manieth hold. */
    Operator operator(String refundId, int hold) {
        return get("operator " + refundId + hold, Operator.LOOKS_AWAY);
    }

    private <E extends Enum<E>> E get(String key, E plain) {
        Enum<?> value = chosen.get(key);
        return value == null ? plain : plain.getDeclaringClass().cast(value);
    }
}

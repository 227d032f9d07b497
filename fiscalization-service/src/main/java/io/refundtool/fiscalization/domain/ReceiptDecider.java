package io.refundtool.fiscalization.domain;

import io.refundtool.fiscalization.domain.Answer.Accepted;
import io.refundtool.fiscalization.domain.Answer.AcceptedEarlier;
import io.refundtool.fiscalization.domain.Answer.Done;
import io.refundtool.fiscalization.domain.Answer.Failed;
import io.refundtool.fiscalization.domain.Answer.NotSent;
import io.refundtool.fiscalization.domain.Answer.Refused;
import io.refundtool.fiscalization.domain.Answer.StillWaiting;
import io.refundtool.fiscalization.domain.Answer.Unanswered;
import io.refundtool.fiscalization.domain.Decision.Await;
import io.refundtool.fiscalization.domain.Decision.GivenUp;
import io.refundtool.fiscalization.domain.Decision.Registered;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.Unchanged;
import io.refundtool.fiscalization.domain.Decision.Why;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer means for a receipt, for every pair of the two: a total function without a clock.
 *
 * <p>An error in the answer to the registration leaves the external id unused, so the same one is sent again. A report
 * of failure uses it up: sent again it would be answered with the failed registration's uuid, so the next one has a
 * suffix. Silence never fails a receipt: an unreachable service is an outage, not a refusal.
 */
public final class ReceiptDecider {
    /** ATOL Online took the receipt and would not say what became of it. */
    static final String NO_RESULT = "NO_RESULT";

    /** ATOL Online kept failing, perhaps after it had taken the receipt. */
    static final String SERVICE_FAILED = "SERVICE_FAILED";

    /** The ledger was lost, and the log tells that the movement failed, but not what came of each of its receipts. */
    public static final String LEDGER_LOST = "LEDGER_LOST";

    private static final Set<String> FATE_UNKNOWN = Set.of(NO_RESULT, SERVICE_FAILED, LEDGER_LOST);

    private final RetryLimits limits;
    private final ErrorDecider errors;

    public ReceiptDecider(RetryLimits limits) {
        this.limits = limits;
        this.errors = new ErrorDecider(limits);
    }

    /**
     * What the answer makes of the receipt.
     *
     * @param registration the registration that the answer is about; older ones may still be reported late
     */
    public Decision decide(ReceiptProgress receipt, int registration, Answer answer) {
        if (answer instanceof Done done) {
            return done(receipt, registration, done.document());
        }
        if (receipt.state().isFinished()) {
            return new Unchanged(receipt, Why.REPEATED, "The receipt is %s already".formatted(receipt.state()));
        }
        if (registration != receipt.registration()) {
            return new Unchanged(
                    receipt,
                    Why.OUTDATED,
                    "The answer is about registration %d, but number %d is current"
                            .formatted(registration, receipt.registration()));
        }
        return receipt.state() == ReceiptState.TO_REGISTER ? sent(receipt, answer) : waited(receipt, answer);
    }

    /**
     * A receipt that had failed, when its movement is announced again. The next registration has an external id of its
     * own, unless ATOL Online may have taken the last one: then the same id finds it instead of making a second receipt.
     */
    public static Resend retry(ReceiptProgress receipt, @Nullable String failureCode) {
        int registration = isFateUnknown(failureCode) ? receipt.registration() : receipt.registration() + 1;
        return new Resend(receipt.afresh(registration), Duration.ZERO, "The movement was announced again");
    }

    /** Whether a receipt that failed with this code may be registered all the same. */
    public static boolean isFateUnknown(@Nullable String failureCode) {
        return failureCode != null && FATE_UNKNOWN.contains(failureCode);
    }

    private Decision done(ReceiptProgress receipt, int registration, FiscalDocument document) {
        if (document.total().compareTo(receipt.total()) != 0) {
            return contradiction(
                    receipt,
                    "Expected the receipt's total to be %s, but the report says %s"
                            .formatted(receipt.total(), document.total()));
        }
        if (receipt.state() != ReceiptState.REGISTERED) {
            return new Registered(receipt.registeredBy(registration), document);
        }
        return registration == receipt.registration()
                ? new Unchanged(receipt, Why.REPEATED, "The receipt is REGISTERED already")
                : contradiction(
                        receipt,
                        "Expected one registration to succeed, but numbers %d and %d did: one must be corrected"
                                .formatted(receipt.registration(), registration));
    }

    private static Unchanged contradiction(ReceiptProgress receipt, String reason) {
        return new Unchanged(receipt, Why.CONTRADICTION, reason);
    }

    private Decision sent(ReceiptProgress receipt, Answer answer) {
        return switch (answer) {
            case Accepted _ -> new Await(receipt.in(ReceiptState.WAITING), limits.silence());
            case AcceptedEarlier _ -> new Await(receipt.in(ReceiptState.WAITING), Duration.ZERO);
            case Refused refused -> errors.registrationRefused(receipt, refused.error());
            case Unanswered unanswered -> {
                ReceiptProgress next = receipt.withoutAnswer();
                yield new Resend(next, limits.backoff(next.unanswered()), unanswered.reason());
            }
            case NotSent notSent -> new Resend(receipt, limits.firstBackoff(), notSent.reason());
            case Failed failed -> errors.registrationFailed(receipt, failed.error());
            case StillWaiting _ -> new Unchanged(receipt, Why.REPEATED, "The receipt is being sent");
            case Done done -> done(receipt, receipt.registration(), done.document());
        };
    }

    private Decision waited(ReceiptProgress receipt, Answer answer) {
        return switch (answer) {
            case Failed failed -> errors.registrationFailed(receipt, failed.error());
            case StillWaiting waiting -> stillWaiting(receipt, waiting);
            case Refused refused -> errors.reportRefused(receipt, refused.error());
            case Unanswered _ -> {
                ReceiptProgress next = receipt.withoutAnswer();
                yield new Await(next, limits.backoff(next.unanswered()));
            }
            case NotSent _ -> new Await(receipt, limits.firstBackoff());
            case Accepted _, AcceptedEarlier _ ->
                new Unchanged(receipt, Why.REPEATED, "The registration was accepted already");
            case Done done -> done(receipt, receipt.registration(), done.document());
        };
    }

    private Decision stillWaiting(ReceiptProgress receipt, StillWaiting waiting) {
        ReceiptProgress next = receipt.withPoll();
        if (next.polls() >= limits.polls()) {
            return new GivenUp(
                    next.in(ReceiptState.FAILED),
                    NO_RESULT,
                    "Expected a result after asking %d times, but the last answer was: %s"
                            .formatted(next.polls(), waiting.reason()));
        }
        return new Await(next, limits.backoff(next.polls()));
    }
}

package io.refundtool.sandbox.mailbox;

import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the mail server behaves, by plan. The key is the Message-ID, which is the same whenever a mail is sent again. */
final class MailConduct {

    private static final Duration MAX_SLOWNESS = Duration.ofSeconds(4);
    private static final int MOST_REFUSALS = 3;
    private static final double FOR_EVER = 0.1;
    private static final List<String> TEMPORARY = List.of(
            "450 4.2.1 The mailbox is busy", "451 4.3.0 Local error in processing", "452 4.2.2 The mailbox is full");
    private static final List<String> PERMANENT = List.of(
            "550 5.1.1 There is no such user", "552 5.2.2 The mailbox is full", "554 5.7.1 This looks like spam");

    private final FaultPlan plan;

    MailConduct(FaultPlan plan) {
        this.plan = plan;
    }

    boolean misbehaves() {
        return plan.any();
    }

    Duration slowness(String messageId, int attempt) {
        return plan.happens(FaultKind.MAIL_SLOW, messageId, attempt)
                ? plan.wait(FaultKind.MAIL_SLOW, Duration.ZERO, MAX_SLOWNESS, messageId, attempt)
                : Duration.ZERO;
    }

    /** The line that refuses the mail, if it is refused. */
    Optional<String> refusal(String messageId, int attempt) {
        if (plan.happens(FaultKind.MAIL_BOUNCE_PERMANENT, messageId)) {
            return Optional.of(plan.choose(FaultKind.MAIL_BOUNCE_PERMANENT, PERMANENT, messageId));
        }
        return plan.spell(FaultKind.MAIL_BOUNCE_TEMPORARY, MOST_REFUSALS, FOR_EVER, messageId)
                        .covers(attempt)
                ? Optional.of(plan.choose(FaultKind.MAIL_BOUNCE_TEMPORARY, TEMPORARY, messageId, attempt))
                : Optional.empty();
    }
}

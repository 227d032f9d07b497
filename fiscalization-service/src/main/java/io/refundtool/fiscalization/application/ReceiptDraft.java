package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Decision;
import io.refundtool.fiscalization.domain.Decision.Await;
import io.refundtool.fiscalization.domain.Decision.GivenUp;
import io.refundtool.fiscalization.domain.Decision.Registered;
import io.refundtool.fiscalization.domain.Decision.Replaced;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.ResendAfterQueueTimeout;
import io.refundtool.fiscalization.domain.Decision.StopSending;
import io.refundtool.fiscalization.domain.Decision.Unchanged;
import io.refundtool.fiscalization.domain.FiscalDocument;
import io.refundtool.fiscalization.domain.ReceiptProgress;
import io.refundtool.fiscalization.domain.ReceiptState;
import io.refundtool.fiscalization.persistence.ReceiptChange;
import io.refundtool.fiscalization.persistence.ReceiptRow;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A locked receipt while a batch of answers is applied to it; written once at the end. */
final class ReceiptDraft {
    private final ReceiptRow row;
    private ReceiptProgress progress;
    private Duration dueIn = Duration.ZERO;
    private @Nullable String uuid;
    private @Nullable FiscalDocument document;
    private @Nullable String failureCode;
    private @Nullable String failureReason;
    private boolean changed;

    ReceiptDraft(ReceiptRow row) {
        this.row = row;
        this.progress = row.progress();
    }

    ReceiptRow row() {
        return row;
    }

    ReceiptProgress progress() {
        return progress;
    }

    /** The receipt is accepted under this uuid, which reports are asked for by. */
    void accepted(String acceptedUuid) {
        uuid = acceptedUuid;
    }

    void apply(Decision decision) {
        progress = decision.next();
        changed |= !(decision instanceof Unchanged);
        switch (decision) {
            case Await await -> dueIn = await.pollAfter();
            case Resend resend -> dueIn = resend.after();
            case ResendAfterQueueTimeout resend -> dueIn = resend.after();
            case StopSending stop -> dueIn = stop.after();
            case Registered registered -> {
                document = registered.document();
                failureCode = null;
                failureReason = null;
            }
            case GivenUp givenUp -> {
                failureCode = givenUp.code();
                failureReason = givenUp.reason();
            }
            case Replaced replaced -> {
                failureCode = replaced.code();
                failureReason = replaced.reason();
            }
            case Unchanged _ -> {
                // The answer is kept, and that is all.
            }
        }
    }

    Optional<ReceiptChange> change() {
        return changed
                ? Optional.of(
                        new ReceiptChange(row.receiptId(), progress, dueIn, uuid, document, failureCode, failureReason))
                : Optional.empty();
    }

    /** Whether it is finished now and was not so before. */
    boolean settled() {
        return progress.state() != row.progress().state()
                && (progress.state() == ReceiptState.REGISTERED || progress.state() == ReceiptState.FAILED);
    }

    /** Whether a correction has to take its place, since now. */
    boolean replaced() {
        return progress.state() == ReceiptState.REPLACED && row.progress().state() != ReceiptState.REPLACED;
    }

    boolean reportDueNow() {
        return changed && progress.state() == ReceiptState.WAITING && dueIn.isZero();
    }
}

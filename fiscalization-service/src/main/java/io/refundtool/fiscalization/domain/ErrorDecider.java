package io.refundtool.fiscalization.domain;

import io.refundtool.fiscalization.domain.Decision.Await;
import io.refundtool.fiscalization.domain.Decision.GivenUp;
import io.refundtool.fiscalization.domain.Decision.Replaced;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.ResendAfterQueueTimeout;
import io.refundtool.fiscalization.domain.Decision.StopSending;

/** The error table of ATOL Online: what each error means at the place where it was given. */
final class ErrorDecider {
    private final RetryLimits limits;

    ErrorDecider(RetryLimits limits) {
        this.limits = limits;
    }

    /** The request to register was answered with an error; the external id is still unused. */
    Decision registrationRefused(ReceiptProgress receipt, FiscalError error) {
        return switch (ErrorVerdict.of(error)) {
            case RECEIPT_REFUSED -> replaced(receipt, error);
            case REQUEST_REFUSED -> permanent(receipt, error);
            case STOP_SENDING -> new StopSending(receipt, limits.firstBackoff(), error.describe());
            case QUEUE_TIMEOUT -> queueTimeout(receipt, error);
            case REGISTER_REFUSED -> registerRefused(receipt, error, false);
            case SERVICE_FAILED, RENEW_TOKEN, ALREADY_ACCEPTED, NOT_PROCESSED_YET ->
                serviceFailed(receipt, error, false);
        };
    }

    /** A report or callback says that the registration failed; its external id is used up. */
    Decision registrationFailed(ReceiptProgress receipt, FiscalError error) {
        return switch (ErrorVerdict.of(error)) {
            case RECEIPT_REFUSED -> replaced(receipt, error);
            case REQUEST_REFUSED -> permanent(receipt, error);
            case QUEUE_TIMEOUT -> queueTimeout(receipt, error);
            case REGISTER_REFUSED -> registerRefused(receipt, error, true);
            case STOP_SENDING ->
                new StopSending(receipt.withNextRegistration(), limits.firstBackoff(), error.describe());
            case SERVICE_FAILED, RENEW_TOKEN, ALREADY_ACCEPTED, NOT_PROCESSED_YET ->
                serviceFailed(receipt, error, true);
        };
    }

    /** The report could not be had, which says nothing of the receipt: it may well be registered. */
    Decision reportRefused(ReceiptProgress receipt, FiscalError error) {
        return switch (ErrorVerdict.of(error)) {
            case RECEIPT_REFUSED, REQUEST_REFUSED -> givenUp(receipt, ReceiptDecider.NO_RESULT, error);
            case STOP_SENDING -> new StopSending(receipt, limits.maxBackoff(), error.describe());
            case QUEUE_TIMEOUT, REGISTER_REFUSED -> registrationFailed(receipt, error);
            case SERVICE_FAILED, RENEW_TOKEN, ALREADY_ACCEPTED, NOT_PROCESSED_YET -> pollAgain(receipt, error);
        };
    }

    private static Decision permanent(ReceiptProgress receipt, FiscalError error) {
        return givenUp(receipt, codeOf(error), error);
    }

    /** Only a refund receipt has a correction: there is none of a correction, and no kind of event for a sale's. */
    private static Decision replaced(ReceiptProgress receipt, FiscalError error) {
        return receipt.operation() == FiscalOperation.SELL_REFUND
                ? new Replaced(receipt.in(ReceiptState.REPLACED), codeOf(error), error.describe())
                : permanent(receipt, error);
    }

    private static String codeOf(FiscalError error) {
        return "ATOL_" + error.type() + "_" + error.code();
    }

    private Decision queueTimeout(ReceiptProgress receipt, FiscalError error) {
        ReceiptProgress next = receipt.withQueueTimeout();
        return next.queueTimeouts() > limits.queueTimeouts()
                ? givenUp(next, "QUEUE_TIMEOUT", error)
                : new ResendAfterQueueTimeout(
                        next.withNextRegistration(), limits.backoff(next.queueTimeouts()), error.describe());
    }

    private Decision registerRefused(ReceiptProgress receipt, FiscalError error, boolean usedUp) {
        ReceiptProgress next = receipt.withRegisterRefusal();
        return next.registerRefusals() > limits.registerRefusals()
                ? replaced(next, error)
                : resend(next, next.registerRefusals(), error, usedUp);
    }

    private Decision serviceFailed(ReceiptProgress receipt, FiscalError error, boolean usedUp) {
        ReceiptProgress next = receipt.withServiceFailure();
        return next.serviceFailures() > limits.serviceFailures()
                ? givenUp(next, ReceiptDecider.SERVICE_FAILED, error)
                : resend(next, next.serviceFailures(), error, usedUp);
    }

    private Decision resend(ReceiptProgress receipt, int failures, FiscalError error, boolean usedUp) {
        ReceiptProgress next = usedUp ? receipt.withNextRegistration() : receipt;
        return new Resend(next, limits.backoff(failures), error.describe());
    }

    private Decision pollAgain(ReceiptProgress receipt, FiscalError error) {
        ReceiptProgress next = receipt.withPoll();
        return next.polls() >= limits.polls()
                ? givenUp(next, ReceiptDecider.NO_RESULT, error)
                : new Await(next, limits.backoff(next.polls()));
    }

    private static GivenUp givenUp(ReceiptProgress receipt, String code, FiscalError error) {
        return new GivenUp(receipt.in(ReceiptState.FAILED), code, error.describe());
    }
}

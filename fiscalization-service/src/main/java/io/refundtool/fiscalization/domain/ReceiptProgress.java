package io.refundtool.fiscalization.domain;

import java.math.BigDecimal;

/**
 * How far a receipt has come.
 *
 * @param total the receipt's total in units of its currency
 * @param registration number of the current registration, from 1; a new one has a new external id
 * @param serviceFailures answered failures of the service so far
 * @param registerRefusals refusals by the cash register so far
 * @param queueTimeouts registrations that waited too long so far
 * @param unanswered requests without a usable answer since the last answer; never fails a receipt
 * @param polls reports asked for in vain under the current registration
 */
public record ReceiptProgress(
        ReceiptState state,
        FiscalOperation operation,
        String movementId,
        int ordinal,
        BigDecimal total,
        int registration,
        int serviceFailures,
        int registerRefusals,
        int queueTimeouts,
        int unanswered,
        int polls) {

    public static ReceiptProgress planned(FiscalOperation operation, String movementId, int ordinal, BigDecimal total) {
        return new ReceiptProgress(ReceiptState.TO_REGISTER, operation, movementId, ordinal, total, 1, 0, 0, 0, 0, 0);
    }

    /** The idempotency key of the current registration. */
    public String externalId() {
        return ExternalIds.of(operation, movementId, ordinal, registration);
    }

    ReceiptProgress registeredBy(int registered) {
        return counting(
                ReceiptState.REGISTERED, registered, serviceFailures, registerRefusals, queueTimeouts, 0, polls);
    }

    ReceiptProgress in(ReceiptState next) {
        return counting(next, registration, serviceFailures, registerRefusals, queueTimeouts, 0, polls);
    }

    ReceiptProgress withServiceFailure() {
        return counting(state, registration, serviceFailures + 1, registerRefusals, queueTimeouts, 0, polls);
    }

    ReceiptProgress withRegisterRefusal() {
        return counting(state, registration, serviceFailures, registerRefusals + 1, queueTimeouts, 0, polls);
    }

    ReceiptProgress withQueueTimeout() {
        return counting(state, registration, serviceFailures, registerRefusals, queueTimeouts + 1, 0, polls);
    }

    ReceiptProgress withoutAnswer() {
        int more = Math.min(unanswered, Integer.MAX_VALUE - 1) + 1;
        return counting(state, registration, serviceFailures, registerRefusals, queueTimeouts, more, polls);
    }

    ReceiptProgress withPoll() {
        return counting(state, registration, serviceFailures, registerRefusals, queueTimeouts, unanswered, polls + 1);
    }

    ReceiptProgress withNextRegistration() {
        return counting(
                ReceiptState.TO_REGISTER, registration + 1, serviceFailures, registerRefusals, queueTimeouts, 0, 0);
    }

    /** To be sent again with everything counted anew, under the number of a registration. */
    ReceiptProgress afresh(int number) {
        return counting(ReceiptState.TO_REGISTER, number, 0, 0, 0, 0, 0);
    }

    private ReceiptProgress counting(
            ReceiptState next, int registrations, int failures, int refusals, int timeouts, int silent, int asked) {
        return new ReceiptProgress(
                next,
                operation,
                movementId,
                ordinal,
                total,
                registrations,
                failures,
                refusals,
                timeouts,
                silent,
                asked);
    }
}

package io.refundtool.fiscalization.domain;

/** What an error asks for. Source: the error table of ATOL Online's protocol. */
public enum ErrorVerdict {
    /** The token is bad or has expired: a new one, then the same external id. */
    RENEW_TOKEN,
    /** The login is bad, blocked, or does not match the group: no receipt is to blame, and none may be sent. */
    STOP_SENDING,
    /** What the receipt says is refused: nothing was registered, and nothing will be of this one. */
    RECEIPT_REFUSED,
    /** Every receipt of ours would be refused like this one, a correction too: who we are, or how we ask, is wrong. */
    REQUEST_REFUSED,
    /** The external id is known already: the registration succeeded earlier. */
    ALREADY_ACCEPTED,
    /** Not processed yet: ask again, never send again. */
    NOT_PROCESSED_YET,
    /** Waited too long in the queue: a new registration, and somebody should look at the cash registers. */
    QUEUE_TIMEOUT,
    /** The cash register refused: some refusals pass (a shift that is too long), so a few more registrations. */
    REGISTER_REFUSED,
    /** The service failed: again with backoff, then a person with the error_id. */
    SERVICE_FAILED;

    public static ErrorVerdict of(FiscalError error) {
        return switch (error.type()) {
            case TIMEOUT -> QUEUE_TIMEOUT;
            case DRIVER -> REGISTER_REFUSED;
            case AGENT -> ofAgent(error.code());
            case SYSTEM, UNKNOWN -> ofSystem(error.code());
        };
    }

    private static ErrorVerdict ofAgent(int code) {
        return switch (code) {
            case 2006, 2007 -> RECEIPT_REFUSED;
            case 2003, 2009 -> REQUEST_REFUSED;
            default -> SERVICE_FAILED;
        };
    }

    private static ErrorVerdict ofSystem(int code) {
        return switch (code) {
            case 10, 11 -> RENEW_TOKEN;
            case 12, 14, 20, 21 -> STOP_SENDING;
            case 13, 32, 40 -> RECEIPT_REFUSED;
            case 30, 31, 41 -> REQUEST_REFUSED;
            case 33 -> ALREADY_ACCEPTED;
            case 34 -> NOT_PROCESSED_YET;
            default -> SERVICE_FAILED;
        };
    }
}

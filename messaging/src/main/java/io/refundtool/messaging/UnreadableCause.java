package io.refundtool.messaging;

/** Why a record could not be read as an event; the name is the code in a dead letter's {@code dl_cause}. */
public enum UnreadableCause {
    /** There is no {@code ce_type} header. */
    MISSING_TYPE,
    /** The type is not in the specs. */
    UNKNOWN_TYPE,
    /** The type is in the specs, but not in this version. */
    UNKNOWN_VERSION,
    /** A header that CloudEvents asks for is not there. */
    MISSING_HEADER,
    /** A header is not UTF-8, or not what CloudEvents asks for. */
    INVALID_HEADER,
    /** A header says something else than the body. */
    HEADER_MISMATCH,
    /** The type belongs to another topic. */
    WRONG_TOPIC,
    /** The value is null or empty. */
    MISSING_BODY,
    /** The value is not JSON in UTF-8. */
    UNREADABLE_BODY,
    /** The value is JSON, but not as the spec asks. */
    INVALID_EVENT,
    /** The record's key is not the order id. */
    KEY_MISMATCH
}

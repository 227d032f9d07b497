package io.refundtool.bus.security;

import java.util.Locale;

/** Why a request was refused because of who sent it, or how much: the tag {@code reason} of the metric. */
public enum RefusalReason {
    NO_TOKEN,
    MALFORMED_HEADER,
    GARBLED,
    UNSIGNED,
    UNKNOWN_KEY,
    BAD_SIGNATURE,
    WRONG_TYPE,
    NO_EXPIRY,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    NO_CALLER,
    BAD_WRITERS,
    KEYS_AWAY,
    NOT_A_WRITER,
    TOO_MANY_REQUESTS,
    BODY_TOO_LARGE,
    TOO_MANY_EVENTS,
    STRANGE_REQUEST;

    /** In kebab-case, as metrics and logs have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

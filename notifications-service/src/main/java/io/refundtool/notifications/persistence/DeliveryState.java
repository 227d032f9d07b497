package io.refundtool.notifications.persistence;

import java.util.Locale;

/** Where a delivery is in its life. */
public enum DeliveryState {
    /** To be sent, or being sent. */
    WAITING,
    /** Final: a provider took the message over. */
    TOLD,
    /** Final: the customer could not be told. */
    GIVEN_UP;

    /** The word for it in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.refundtool.refund.streams;

import io.refundtool.events.common.Awaited;
import org.jspecify.annotations.Nullable;

/** The paces that are set, by what is waited for. */
public record PacesSettings(
        @Nullable PaceSettings request,
        @Nullable PaceSettings clarification,
        @Nullable PaceSettings payment,
        @Nullable PaceSettings receipt,
        @Nullable PaceSettings notification,
        @Nullable PaceSettings reversal) {

    @Nullable
    PaceSettings of(Awaited awaited) {
        return switch (awaited) {
            case REQUEST -> request;
            case CLARIFICATION -> clarification;
            case PAYMENT -> payment;
            case RECEIPT -> receipt;
            case NOTIFICATION -> notification;
            case REVERSAL -> reversal;
        };
    }
}

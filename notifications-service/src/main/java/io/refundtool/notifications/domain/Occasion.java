package io.refundtool.notifications.domain;

import io.refundtool.events.EventType;
import io.refundtool.events.common.RefundStatus;

/** What a customer is written about; each occasion has a template in every language. */
public enum Occasion {
    /** The money is back and its tax receipt registered. */
    COMPLETED(EventType.REFUND_FISCALIZED_V1, RefundStatus.FISCALIZED, "completed"),
    /** The refund will not be paid. */
    REJECTED(EventType.REFUND_REJECTED_V1, RefundStatus.REJECTED, "rejected"),
    /** The money could not go where it was meant to. */
    CLARIFICATION_NEEDED(
            EventType.REFUND_CLARIFICATION_NEEDED_V1, RefundStatus.AWAITING_CLARIFICATION, "clarification-needed"),
    /** The request was taken back before money moved. */
    CANCELLED(EventType.REFUND_CANCELLED_V1, RefundStatus.CANCELLED, "cancelled"),
    /** The refund was stopped after money had moved, and that money came back to the shop. */
    REVERSED(EventType.REFUND_REVERSED_V1, RefundStatus.REVERSED, "reversed");

    private final EventType announcedBy;
    private final RefundStatus status;
    private final String template;

    Occasion(EventType announcedBy, RefundStatus status, String template) {
        this.announcedBy = announcedBy;
        this.status = status;
        this.template = template;
    }

    /** The update of a refund that calls for it. */
    public EventType announcedBy() {
        return announcedBy;
    }

    /** The refund's status that is told; part of the delivery's key. */
    public RefundStatus status() {
        return status;
    }

    /** The template's base name, to which language and country are appended. */
    public String template() {
        return template;
    }
}

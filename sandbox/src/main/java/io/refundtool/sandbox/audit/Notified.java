package io.refundtool.sandbox.audit;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.topic.RefundKey;

/** What a message was about, as notifications-service tells; fiscalized is the status whose mail tells of success. */
public record Notified(RefundKey refund, RefundStatus of) {}

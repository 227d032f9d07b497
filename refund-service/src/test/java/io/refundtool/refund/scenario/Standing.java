package io.refundtool.refund.scenario;

import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a refund stands.
 *
 * @param paidMinor what Payment moved out for it, every transaction once, in minor units
 * @param reversedMinor what of that came back, in minor units
 */
public record Standing(
        RefundStatus status,
        @Nullable FiscalizationResult fiscalization,
        @Nullable NotificationResult notification,
        @Nullable List<ReceiptKind> receipts,
        @Nullable Long paidMinor,
        @Nullable Long reversedMinor) {

    /** Whether a refund that stands like this is what {@code this} asks for; what is null here may be anything. */
    boolean isMetBy(Standing actual) {
        return status == actual.status
                && (fiscalization == null || fiscalization == actual.fiscalization)
                && (notification == null || notification == actual.notification)
                && (receipts == null || receipts.equals(actual.receipts))
                && (paidMinor == null || paidMinor.equals(actual.paidMinor))
                && (reversedMinor == null || reversedMinor.equals(actual.reversedMinor));
    }
}

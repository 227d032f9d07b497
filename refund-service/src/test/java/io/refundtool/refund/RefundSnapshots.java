package io.refundtool.refund;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.RefundEvents;
import java.time.Instant;
import java.util.List;

/** The state that an announcement carries, of a refund whose lines nobody looks at. */
public final class RefundSnapshots {

    private RefundSnapshots() {}

    public static RefundSnapshot snapshot(RefundStatus status) {
        return snapshot(status, RefundEvents.NOON, 100);
    }

    /** When it was requested, and how much it is. */
    public static RefundSnapshot snapshot(RefundStatus status, Instant requestedAt, long amountMinor) {
        return new RefundSnapshot(
                CurrencyCode.EUR,
                status,
                new Customer(null, null, null, null),
                RefundEvents.NOON,
                requestedAt,
                amountMinor,
                List.of(),
                new Payout(PayoutKind.ORIGINAL_PAYMENT, null),
                List.of(),
                FiscalizationResult.NONE,
                List.of(),
                NotificationResult.NONE);
    }
}

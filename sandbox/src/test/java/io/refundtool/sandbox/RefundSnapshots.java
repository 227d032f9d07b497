package io.refundtool.sandbox;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import java.time.Instant;
import java.util.List;

/** The state that an announcement carries, of a small refund whose lines nobody looks at. */
public final class RefundSnapshots {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Where the money goes. */
    public static final Payout PAYOUT = new Payout(PayoutKind.ORIGINAL_PAYMENT, null);

    private RefundSnapshots() {}

    public static RefundSnapshot snapshot(RefundStatus status, PayoutPart... parts) {
        return new RefundSnapshot(
                CurrencyCode.GBP,
                status,
                new Customer(null, null, null, null),
                NOW,
                NOW,
                100,
                List.of(),
                PAYOUT,
                List.of(parts),
                FiscalizationResult.NONE,
                List.of(),
                NotificationResult.NONE);
    }
}

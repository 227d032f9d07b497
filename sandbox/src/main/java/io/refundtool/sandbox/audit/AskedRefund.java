package io.refundtool.sandbox.audit;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.sandbox.topic.RefundKey;

/**
 * A request as it stands in bob.refund.v1.
 *
 * @param amountMinor what was asked for
 * @param capturedMinor what was captured for the whole order
 */
public record AskedRefund(
        RefundKey key, Country country, CurrencyCode currency, long amountMinor, long capturedMinor) {}

package io.refundtool.refund.readmodel;

import java.time.Instant;

/**
 * Refunds that wait for an operator for the same reason.
 *
 * @param since when the one that has waited longest last changed
 */
public record OnHold(String code, long refunds, Instant since) {}

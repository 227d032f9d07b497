<?php

use RefundTool\Events\Common\Country;
use RefundTool\Events\Common\CurrencyCode;
use RefundTool\Events\Envelope;
use RefundTool\Events\Payment\MoneyRefunded;

$refundedAt = new DateTimeImmutable('2026-01-31T12:00:00Z');
$refunded = new MoneyRefunded(
    orderId: '537642',
    refundId: 'C537642',
    country: Country::GB,
    part: 1,
    idempotencyKey: 'C537642/1',
    transactionId: 'tx-7781',
    currency: CurrencyCode::GBP,
    amountMinor: 1999,
    refundedAt: $refundedAt,
);
$body = Envelope::batch(new Envelope('pay-7781', $refundedAt, $refunded));

// To be sent by POST to the gateway as application/json.
echo $refunded->eventType()->path(), "\n";
echo $body, "\n";

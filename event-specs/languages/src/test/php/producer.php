<?php

/** Tests the events as a producer in PHP uses them: php producer.php <library>. */

declare(strict_types=1);

use RefundTool\Events\Bob\RefundClarified;
use RefundTool\Events\Bob\RefundRequested;
use RefundTool\Events\Common\CapturedPayment;
use RefundTool\Events\Common\Country;
use RefundTool\Events\Common\CurrencyCode;
use RefundTool\Events\Common\Customer;
use RefundTool\Events\Common\OrderBasis;
use RefundTool\Events\Common\OrderLine;
use RefundTool\Events\Common\PaymentMethod;
use RefundTool\Events\Common\Payout;
use RefundTool\Events\Common\PayoutKind;
use RefundTool\Events\Common\RequestedLine;
use RefundTool\Events\Common\TenderKind;
use RefundTool\Events\Common\VatRate;
use RefundTool\Events\Envelope;
use RefundTool\Events\EventCodec;
use RefundTool\Events\EventType;
use RefundTool\Events\Topic;

require __DIR__ . '/expect.php';
require "$argv[1]/autoload.php";

function same(string $what, string $expected, string $actual): void
{
    expect($actual === $expected, "$what to be $expected", "it is $actual");
}

function refused(string $expected, Closure $call): void
{
    same('the refusal', $expected, refusal($call)?->getMessage() ?? 'none');
}

const NOON = '2026-01-31T12:00:00Z';

$noon = new DateTimeImmutable(NOON);
$line = new OrderLine('line-1', '85123A', 'LANTERN', 6, 2_550_000, VatRate::Vat20, PaymentMethod::FullPayment, 1);
$payment = new CapturedPayment('p-1', TenderKind::CashOnDelivery, 1_000_000_000_000_000, $noon);
$customer = new Customer(email: 'ann@example.org');
$order = new OrderBasis($noon->modify('+500 milliseconds'), CurrencyCode::GBP, $customer, [$payment], [$line]);
$lines = [new RequestedLine('line-1', 1, -255), new RequestedLine('line-1', 2, 510)];
$properties = [
    'orderId' => 'order-1',
    'refundId' => 'refund-1',
    'country' => Country::GB,
    'requestedAt' => $noon,
    'order' => $order,
    'lines' => $lines,
    'reason' => "too <small> & \u{2028}torn",
];
$requested = new RefundRequested(...$properties);
$with = static fn (array $changes): Closure => static fn () => new RefundRequested(...[...$properties, ...$changes]);

$canonical = '{"orderId":"order-1","refundId":"refund-1","country":"GB","requestedAt":"2026-01-31T12:00:00Z",'
    . "\"reason\":\"too <small> & \u{2028}torn\",\"order\":{\"orderedAt\":\"2026-01-31T12:00:00.500Z\",\"currency\":\"GBP\","
    . '"customer":{"email":"ann@example.org"},"payments":[{"paymentId":"p-1","tender":"cash-on-delivery",'
    . '"amountMinor":1000000000000000,"capturedAt":"2026-01-31T12:00:00Z"}],"lines":[{"lineId":"line-1","sku":"85123A",'
    . '"name":"LANTERN","quantity":6,"unitPriceMicros":2550000,"vatRate":"vat20","paymentMethod":"full_payment",'
    . '"paymentObject":1}]},"lines":[{"lineId":"line-1","quantity":1,"amountMinor":-255},'
    . '{"lineId":"line-1","quantity":2,"amountMinor":510}]}';

// An event is written in the order of its spec, and a time of any zone in UTC.
same('the event', $canonical, $requested->toJson());
$moscow = $with(['requestedAt' => $noon->setTimezone(new DateTimeZone('Europe/Moscow'))])();
same('the event of Moscow', $canonical, $moscow->toJson());
same('the event read', $canonical, RefundRequested::fromJson($canonical)->toJson());
same('a record without properties', '{}', (new Customer())->toJson());

// Constructors say where and why.
refused('orderId: must have 1 to 64 characters, but has 0', $with(['orderId' => '']));
refused('orderId: must have 1 to 64 characters, but has 65', $with(['orderId' => str_repeat('a', 65)]));
refused('orderId: must match ^[A-Za-z0-9][A-Za-z0-9._:-]*$, but does not', $with(['orderId' => "order-1\n"]));
refused('reason: must be UTF-8, but is not', $with(['reason' => "\xFF"]));
refused('reason: must have 0 to 2000 characters, but has 2001', $with(['reason' => str_repeat('🙂', 2001)]));
expect(refusal($with(['reason' => str_repeat('🙂', 2000)])) === null, 'code points to be counted', 'bytes are');
refused('lines: must have 1 to 1000 items, but has 0', $with(['lines' => []]));
refused('lines: must have 1 to 1000 items, but has 1001', $with(['lines' => array_fill(0, 1001, $lines[0])]));
refused('lines: must be a list, but has keys of its own', $with(['lines' => ['a' => $lines[0]]]));
refused(
    'lines[1]: must be a RefundTool\Events\Common\RequestedLine, but is a string',
    $with(['lines' => [$lines[0], 'line-2']]),
);
refused(
    'requestedAt: must be a time of the years 1000 to 2999, but is one of the year 3000',
    $with(['requestedAt' => new DateTimeImmutable('2999-12-31T23:59:59-01:00')]),
);
refused('quantity: must be between 1 and 1000000, but is 0', static fn () => new RequestedLine('line-1', 0, 1));
$amount = 'amountMinor: must be between -1000000000000000 and 1000000000000000, but is -9223372036854775808';
refused($amount, static fn () => new RequestedLine('line-1', 1, PHP_INT_MIN));

// So does reading, seen from the event.
$read = static fn (string $part, string $other): Closure =>
    static fn () => RefundRequested::fromJson(str_replace($part, $other, $canonical));
refused('lines[1].quantity: must be between 1 and 1000000, but is 0', $read('"quantity":2', '"quantity":0'));
refused('lines[1].quantity: must be a number, but is a text', $read('"quantity":2', '"quantity":"2"'));
refused(
    'lines[1].quantity: must be a whole number of 64 bits, but it is larger',
    $read('"quantity":2', '"quantity":9223372036854775808'),
);
refused(
    'country: must be one of the 251 values of Country, but is \'g?b\'',
    $read('"country":"GB"', '"country":"g\nb"'),
);
$unknown = 'order.lines[0].colour: must be a property of the spec, but the spec has none of this name';
refused($unknown, $read('"sku"', '"colour":"red","sku"'));
$later = EventCodec::read(EventType::BobRefundRequestedV1, str_replace('"sku"', '"colour":"red","sku"', $canonical));
same('the event of a later edition', $canonical, $later->toJson());

// A number is read exactly, whatever its length.
$numbers = [
    '1e2000000000' => 'it is larger',
    '-1e2000000000' => 'it is larger',
    '1e-2000000000' => 'it has a fraction',
    '1e99999999999' => 'its exponent has more than 32 bits',
    '0.0e-2147483648' => 'its exponent has more than 32 bits',
    '9223372036854775808' => 'it is larger',
    '9007199254740993.0000001' => 'it has a fraction',
    str_repeat('7', 1001) => 'its text is too long',
];
foreach ($numbers as $number => $problem) {
    $expected = "lines[1].amountMinor: must be a whole number of 64 bits, but $problem";
    refused($expected, $read('"amountMinor":510', "\"amountMinor\":$number"));
}

// Texts of many escapes are read too.
$long = str_replace('too <small>', str_repeat('\\u00e9', 1900), $canonical);
expect(refusal(static fn () => RefundRequested::fromJson($long)) === null, 'a text of escapes', 'it is refused');

// An event knows its type and its key.
$type = $requested->eventType();
expect($type === EventType::BobRefundRequestedV1, 'the type of a request', $type->value);
same('the title', 'Refund requested', $type->title());
expect($type->version() === 1, 'version 1', (string) $type->version());
expect($type->topic() === Topic::BobRefundV1, 'the topic of BOB', $type->topic()->value);
same('the key', 'order-1', $requested->key());
same('the key property', 'orderId', $type->keyProperty());
same('the path', '/event-types/bob.refund-requested.v1/events', $type->path());

// Personal data is not printed.
ob_start();
var_dump($requested);
$dumped = (string) ob_get_clean() . print_r($requested, true);
expect(!str_contains($dumped, 'ann@'), 'a dump to keep personal data', 'it has it');

// A batch is what the gateway takes.
$flow = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01';
$first = new Envelope('e-1', $noon->modify('+1 microsecond'), $requested, $flow);
$second = new Envelope('e-2', $noon, $requested);
$expected = '[{"metadata":{"eid":"e-1","occurred_at":"2026-01-31T12:00:00.000001Z",'
    . "\"event_type\":\"bob.refund-requested.v1\",\"flow_id\":\"$flow\"},\"data\":$canonical},"
    . '{"metadata":{"eid":"e-2","occurred_at":"2026-01-31T12:00:00Z","event_type":"bob.refund-requested.v1"},'
    . "\"data\":$canonical}]";
same('the batch', $expected, Envelope::batch($first, $second));
refused('the event: must be a batch of at least one event, but is empty', static fn () => Envelope::batch());
$clarified = new RefundClarified('order-1', 'refund-1', Country::GB, $noon, new Payout(PayoutKind::StoreCredit));
$mixed = '[1]: must be a bob.refund-requested.v1 as the first is, but is a bob.refund-clarified.v1';
refused($mixed, static fn () => Envelope::batch($first, new Envelope('e-3', $noon, $clarified)));
$eid = 'metadata.eid: must match ^[\x21-\x7E]+$, but does not';
refused($eid, static fn () => new Envelope('e 1', $noon, $requested));
$flow = 'metadata.flow_id: must have 55 to 55 characters, but has 2';
refused($flow, static fn () => new Envelope('e-1', $noon, $requested, '00'));

// The example of the documentation does what it says.
ob_start();
require __DIR__ . '/example.php';
$printed = (string) ob_get_clean();
$body = '[{"metadata":{"eid":"pay-7781","occurred_at":"2026-01-31T12:00:00Z","event_type":"payment.money-refunded.v1"},'
    . '"data":{"orderId":"537642","refundId":"C537642","country":"GB","part":1,"idempotencyKey":"C537642/1",'
    . '"transactionId":"tx-7781","currency":"GBP","amountMinor":1999,"refundedAt":"2026-01-31T12:00:00Z"}}]';
same('the example', "/event-types/payment.money-refunded.v1/events\n$body\n", $printed);

finish();

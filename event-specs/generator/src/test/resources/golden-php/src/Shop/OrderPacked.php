<?php

// Code generated from shop/order-packed.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Shop;

use RefundTool\Events\Checks\Expect;
use RefundTool\Events\Common\Country;
use RefundTool\Events\Common\Limits;
use RefundTool\Events\Event;
use RefundTool\Events\EventType;
use RefundTool\Events\InvalidEventException;
use RefundTool\Events\Json\Json;
use RefundTool\Events\Json\JsonParser;
use RefundTool\Events\Json\JsonValue;

/**
 * The order is in its parcels.
 *
 * `shop.order-packed.v1` in the topic `shop.order.v1`.
 *
 * @deprecated use shop.order-packed.v2; since 2026-01-31 this one is on its way out, and from 2026-07-31 on it may
 * be refused.
 */
final readonly class OrderPacked implements Event
{
    /**
     * @param string $orderId An order's id. 1 to 64 characters.
     * @param string $refundId A refund's id. 1 to 64 characters.
     * @param Country $country
     * @param \DateTimeImmutable $placedAt
     * @param \DateTimeImmutable|null $seenAt
     * @throws InvalidEventException
     */
    public function __construct(
        public string $orderId,
        public string $refundId,
        public Country $country,
        public \DateTimeImmutable $placedAt,
        public ?\DateTimeImmutable $seenAt = null,
    ) {
        Expect::text('orderId', $orderId, ...Limits::ORDER_ID);
        Expect::text('refundId', $refundId, ...Limits::REFUND_ID);
        Expect::time('placedAt', $placedAt);
        Expect::time('seenAt', $seenAt);
    }

    public function eventType(): EventType
    {
        return EventType::ShopOrderPackedV1;
    }

    public function key(): string
    {
        return $this->orderId;
    }

    public static function fromJson(string $json): self
    {
        return self::read(JsonParser::parse($json, strict: true));
    }

    public function toJson(): string
    {
        return Json::encode($this);
    }

    public function jsonSerialize(): object
    {
        return Json::object([
            'orderId' => $this->orderId,
            'refundId' => $this->refundId,
            'country' => $this->country,
            'placedAt' => Json::time($this->placedAt),
            'seenAt' => Json::time($this->seenAt),
        ]);
    }

    /** @internal */
    public static function read(JsonValue $in): self
    {
        $in->object('orderId', 'refundId', 'country', 'placedAt', 'seenAt');

        return $in->construct(self::class, [
            'orderId' => $in->required('orderId')->text(),
            'refundId' => $in->required('refundId')->text(),
            'country' => $in->required('country')->choice(Country::class),
            'placedAt' => $in->required('placedAt')->time(),
            'seenAt' => $in->optional('seenAt')?->time(),
        ]);
    }
}

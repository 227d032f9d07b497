<?php

// Code generated from topics.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events;

/** Every type of event; the value is its name with its version, as in the header ce_type. */
enum EventType: string
{
    /**
     * Somebody ordered something, and since the sentence that says so is meant to be longer than a line of Javadoc may
     * be, it goes on for a while.
     */
    case ShopOrderPlacedV1 = 'shop.order-placed.v1';

    /**
     * The order is in its parcels.
     *
     * @deprecated use shop.order-packed.v2; since 2026-01-31 this one is on its way out, and from 2026-07-31 on it may
     * be refused.
     */
    case ShopOrderPackedV1 = 'shop.order-packed.v1';

    /** The order is in its parcels. */
    case ShopOrderPackedV2 = 'shop.order-packed.v2';

    /** The number at the end of the name. */
    public function version(): int
    {
        return match ($this) {
            self::ShopOrderPlacedV1 => 1,
            self::ShopOrderPackedV1 => 1,
            self::ShopOrderPackedV2 => 2,
        };
    }

    /** The only topic that holds such events. */
    public function topic(): Topic
    {
        return match ($this) {
            self::ShopOrderPlacedV1 => Topic::ShopOrderV1,
            self::ShopOrderPackedV1 => Topic::ShopOrderV1,
            self::ShopOrderPackedV2 => Topic::ShopOrderV1,
        };
    }

    /** The property whose value is the key in the topic. */
    public function keyProperty(): string
    {
        return match ($this) {
            self::ShopOrderPlacedV1 => 'orderId',
            self::ShopOrderPackedV1 => 'orderId',
            self::ShopOrderPackedV2 => 'orderId',
        };
    }

    /** The name for people. */
    public function title(): string
    {
        return match ($this) {
            self::ShopOrderPlacedV1 => 'Order placed',
            self::ShopOrderPackedV1 => 'Order packed',
            self::ShopOrderPackedV2 => 'Order packed',
        };
    }

    /** @return class-string<Event> */
    public function eventClass(): string
    {
        return match ($this) {
            self::ShopOrderPlacedV1 => Shop\OrderPlaced::class,
            self::ShopOrderPackedV1 => Shop\OrderPacked::class,
            self::ShopOrderPackedV2 => Shop\OrderPackedV2::class,
        };
    }

    /** Where the gateway takes a batch of such events by POST. */
    public function path(): string
    {
        return "/event-types/{$this->value}/events";
    }
}

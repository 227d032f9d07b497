<?php

// Code generated from shop/order-placed.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Shop;

use RefundTool\Events\Checks\Expect;
use RefundTool\Events\Common\Buyer;
use RefundTool\Events\Common\Country;
use RefundTool\Events\Common\Item;
use RefundTool\Events\Common\Kind;
use RefundTool\Events\Common\Limits;
use RefundTool\Events\Event;
use RefundTool\Events\EventType;
use RefundTool\Events\InvalidEventException;
use RefundTool\Events\Json\Json;
use RefundTool\Events\Json\JsonParser;
use RefundTool\Events\Json\JsonValue;

/**
 * Somebody ordered something, and since the sentence that says so is meant to be longer than a line of Javadoc may
 * be, it goes on for a while.
 *
 * `shop.order-placed.v1` in the topic `shop.order.v1`.
 */
final readonly class OrderPlaced implements Event
{
    /**
     * @param string $orderId An order's id. 1 to 64 characters.
     * @param string $refundId A refund's id. 1 to 64 characters.
     * @param Country $country
     * @param \DateTimeImmutable $placedAt
     * @param list<Item> $items What was ordered. 1 to 1,000 of them.
     * @param int $quantity How many parcels it takes. 1 to 100.
     * @param Buyer|null $buyer Who ordered, if it is known.
     * @param int|null $weight A weight in grams. 0 to 9,223,372,036,854,775,807.
     * @param list<string>|null $tags Words to find it by. At most 10.
     * @param list<int>|null $counts Pieces in each parcel. At most 100.
     * @param list<\DateTimeImmutable>|null $moments When it was looked at before. At most 5.
     * @param list<Kind>|null $kinds The kinds of its parcels. At most 5.
     * @param Kind|null $kind
     * @param \DateTimeImmutable|null $seenAt
     * @throws InvalidEventException
     */
    public function __construct(
        public string $orderId,
        public string $refundId,
        public Country $country,
        public \DateTimeImmutable $placedAt,
        public array $items,
        public int $quantity,
        public ?Buyer $buyer = null,
        public ?int $weight = null,
        public ?array $tags = null,
        public ?array $counts = null,
        public ?array $moments = null,
        public ?array $kinds = null,
        public ?Kind $kind = null,
        public ?\DateTimeImmutable $seenAt = null,
    ) {
        Expect::text('orderId', $orderId, ...Limits::ORDER_ID);
        Expect::text('refundId', $refundId, ...Limits::REFUND_ID);
        Expect::time('placedAt', $placedAt);
        Expect::list('items', $items, 1, 1000);
        Expect::each('items', $items, Item::class);
        Expect::number('quantity', $quantity, 1, 100);
        Expect::number('weight', $weight, ...Limits::GRAMS);
        Expect::list('tags', $tags, 0, 10);
        Expect::texts('tags', $tags, 0, 20, '~^[a-z]*$~Du');
        Expect::list('counts', $counts, 0, 100);
        Expect::numbers('counts', $counts, 1, 1000);
        Expect::list('moments', $moments, 0, 5);
        Expect::times('moments', $moments);
        Expect::list('kinds', $kinds, 0, 5);
        Expect::each('kinds', $kinds, Kind::class);
        Expect::time('seenAt', $seenAt);
    }

    public function eventType(): EventType
    {
        return EventType::ShopOrderPlacedV1;
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
            'buyer' => $this->buyer,
            'items' => $this->items,
            'quantity' => $this->quantity,
            'weight' => $this->weight,
            'tags' => $this->tags,
            'counts' => $this->counts,
            'moments' => Json::times($this->moments),
            'kinds' => $this->kinds,
            'kind' => $this->kind,
            'seenAt' => Json::time($this->seenAt),
        ]);
    }

    /** @internal */
    public static function read(JsonValue $in): self
    {
        $in->object('orderId', 'refundId', 'country', 'placedAt', 'buyer', 'items', 'quantity', 'weight', 'tags', 'counts', 'moments', 'kinds', 'kind', 'seenAt');

        return $in->construct(self::class, [
            'orderId' => $in->required('orderId')->text(),
            'refundId' => $in->required('refundId')->text(),
            'country' => $in->required('country')->choice(Country::class),
            'placedAt' => $in->required('placedAt')->time(),
            'buyer' => $in->optional('buyer')?->record(Buyer::class),
            'items' => $in->required('items')->records(Item::class),
            'quantity' => $in->required('quantity')->number(),
            'weight' => $in->optional('weight')?->number(),
            'tags' => $in->optional('tags')?->texts(),
            'counts' => $in->optional('counts')?->numbers(),
            'moments' => $in->optional('moments')?->times(),
            'kinds' => $in->optional('kinds')?->choices(Kind::class),
            'kind' => $in->optional('kind')?->choice(Kind::class),
            'seenAt' => $in->optional('seenAt')?->time(),
        ]);
    }
}

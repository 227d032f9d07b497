<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

use RefundTool\Events\Checks\Expect;
use RefundTool\Events\InvalidEventException;
use RefundTool\Events\Json\Json;
use RefundTool\Events\Json\JsonParser;
use RefundTool\Events\Json\JsonValue;

/** A thing that was ordered & its weight, <= 1 t. */
final readonly class Item implements \JsonSerializable
{
    /**
     * @param string $name 1 to 255 characters.
     * @param int $grams A weight in grams. 0 to 9,223,372,036,854,775,807.
     * @throws InvalidEventException
     */
    public function __construct(
        public string $name,
        public int $grams,
    ) {
        Expect::text('name', $name, 1, 255, '~^[^\\p{Cc}\\p{Cs}\\\\"]*$~Du');
        Expect::number('grams', $grams, ...Limits::GRAMS);
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
            'name' => $this->name,
            'grams' => $this->grams,
        ]);
    }

    /** @internal */
    public static function read(JsonValue $in): self
    {
        $in->object('name', 'grams');

        return $in->construct(self::class, [
            'name' => $in->required('name')->text(),
            'grams' => $in->required('grams')->number(),
        ]);
    }
}

<?php

// Code generated from common/types.v1.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events\Common;

use RefundTool\Events\Checks\Expect;
use RefundTool\Events\InvalidEventException;
use RefundTool\Events\Json\Json;
use RefundTool\Events\Json\JsonParser;
use RefundTool\Events\Json\JsonValue;

/** Who bought. */
final readonly class Buyer implements \JsonSerializable
{
    /**
     * @param string|null $email An e-mail address. At most 254 characters.
     * @throws InvalidEventException
     */
    public function __construct(
        public ?string $email = null,
    ) {
        Expect::text('email', $email, 0, 254, '~^[^\\p{Z}@\\p{Cc}\\p{Cs}]+@[^\\p{Z}@\\p{Cc}\\p{Cs}]+$~Du');
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
            'email' => $this->email,
        ]);
    }

    /** @internal */
    public static function read(JsonValue $in): self
    {
        $in->object('email');

        return $in->construct(self::class, [
            'email' => $in->optional('email')?->text(),
        ]);
    }

    /**
     * Says nothing of the person, since an object is easily dumped into a log.
     *
     * @return array<string>
     */
    public function __debugInfo(): array
    {
        return ['personal data'];
    }
}

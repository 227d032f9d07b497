<?php

declare(strict_types=1);

namespace RefundTool\Events;

use RefundTool\Events\Json\JsonParser;
use RefundTool\Events\Json\JsonValue;

/** Reads events of any type. Nothing is coerced into another type. */
final class EventCodec
{
    private function __construct()
    {
    }

    /**
     * Reads an event as consumers do: a property that the spec does not have is skipped, since a later edition of the
     * same version may have added it.
     *
     * @throws InvalidEventException if the text is no such event
     */
    public static function read(EventType $type, string $json): Event
    {
        return self::event($type, JsonParser::parse($json, strict: false));
    }

    /**
     * Reads an event as the gateway does: it refuses a property that the spec does not have.
     *
     * @throws InvalidEventException if the text is no such event
     */
    public static function readStrictly(EventType $type, string $json): Event
    {
        return self::event($type, JsonParser::parse($json, strict: true));
    }

    private static function event(EventType $type, JsonValue $in): Event
    {
        return $in->record($type->eventClass());
    }
}

<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

use RefundTool\Events\InvalidEventException;

/**
 * Says what an enum could have been.
 *
 * @internal
 */
final class Choices
{
    private const MAX_SHOWN_VALUES = 16;
    private const MAX_SHOWN_LENGTH = 40;

    private function __construct()
    {
    }

    /** @param class-string<\BackedEnum> $enum */
    public static function problem(string $enum, string $actual): string
    {
        $values = array_column($enum::cases(), 'value');
        sort($values);
        $expected = count($values) > self::MAX_SHOWN_VALUES
            ? 'the ' . count($values) . ' values of ' . substr((string) strrchr($enum, '\\'), 1)
            : implode(', ', $values);
        $shown = InvalidEventException::shown($actual, self::MAX_SHOWN_LENGTH);

        return "must be one of $expected, but is '$shown'";
    }
}

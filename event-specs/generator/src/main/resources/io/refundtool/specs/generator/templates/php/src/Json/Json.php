<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

/**
 * How values are written as JSON.
 *
 * @internal
 */
final class Json
{
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_THROW_ON_ERROR;

    private function __construct()
    {
    }

    public static function encode(mixed $value): string
    {
        return json_encode($value, self::FLAGS);
    }

    /**
     * An object without the properties that are absent; it is one even if it has none.
     *
     * @param array<string, mixed> $properties
     */
    public static function object(array $properties): object
    {
        return (object) array_filter($properties, static fn (mixed $value): bool => $value !== null);
    }

    /** A time in its shortest form of 0, 3 or 6 digits of a second. */
    public static function time(?\DateTimeImmutable $time): ?string
    {
        if ($time === null) {
            return null;
        }
        $micros = (int) $time->format('u');
        $fraction = match (true) {
            $micros === 0 => '',
            $micros % 1000 === 0 => '.v',
            default => '.u',
        };

        return $time->setTimezone(new \DateTimeZone('UTC'))->format("Y-m-d\\TH:i:s$fraction\\Z");
    }

    /**
     * @param list<\DateTimeImmutable>|null $times
     * @return list<string|null>|null
     */
    public static function times(?array $times): ?array
    {
        return $times === null ? null : array_map(self::time(...), $times);
    }
}

<?php

declare(strict_types=1);

namespace RefundTool\Events\Checks;

use RefundTool\Events\InvalidEventException;

/**
 * The checks that constructors of events are made of; each refuses what the schema refuses, neither more nor less. An
 * optional value that is absent is null.
 *
 * @internal
 */
final class Expect
{
    private function __construct()
    {
    }

    /** Lengths are in code points; the pattern has to match the whole text. */
    public static function text(string $path, ?string $text, int $min, int $max, string $pattern): void
    {
        if ($text === null) {
            return;
        }
        if (preg_match('//u', $text) !== 1) {
            throw new InvalidEventException($path, 'must be UTF-8, but is not');
        }
        $length = (int) preg_match_all('/[^\x80-\xBF]/', $text);
        if ($length < $min || $length > $max) {
            throw new InvalidEventException($path, "must have $min to $max characters, but has $length");
        }
        if (preg_match($pattern, $text) !== 1) {
            throw new InvalidEventException($path, 'must match ' . substr($pattern, 1, -3) . ', but does not');
        }
    }

    public static function number(string $path, ?int $number, int $min, int $max): void
    {
        if ($number !== null && ($number < $min || $number > $max)) {
            throw new InvalidEventException($path, "must be between $min and $max, but is $number");
        }
    }

    public static function time(string $path, ?\DateTimeImmutable $time): void
    {
        if ($time === null) {
            return;
        }
        $year = (int) $time->setTimezone(new \DateTimeZone('UTC'))->format('Y');
        if ($year < 1000 || $year > 2999) {
            $problem = "must be a time of the years 1000 to 2999, but is one of the year $year";
            throw new InvalidEventException($path, $problem);
        }
    }

    /** @param array<mixed>|null $list */
    public static function list(string $path, ?array $list, int $min, int $max): void
    {
        if ($list === null) {
            return;
        }
        if (!array_is_list($list)) {
            throw new InvalidEventException($path, 'must be a list, but has keys of its own');
        }
        $size = count($list);
        if ($size < $min || $size > $max) {
            throw new InvalidEventException($path, "must have $min to $max items, but has $size");
        }
    }

    /**
     * @param array<mixed>|null $list
     * @param class-string $class
     */
    public static function each(string $path, ?array $list, string $class): void
    {
        foreach ($list ?? [] as $i => $element) {
            if (!$element instanceof $class) {
                throw self::otherType("{$path}[$i]", $class, $element);
            }
        }
    }

    /** @param array<mixed>|null $list */
    public static function texts(string $path, ?array $list, int $min, int $max, string $pattern): void
    {
        foreach ($list ?? [] as $i => $element) {
            if (!is_string($element)) {
                throw self::otherType("{$path}[$i]", 'string', $element);
            }
            self::text("{$path}[$i]", $element, $min, $max, $pattern);
        }
    }

    /** @param array<mixed>|null $list */
    public static function numbers(string $path, ?array $list, int $min, int $max): void
    {
        foreach ($list ?? [] as $i => $element) {
            if (!is_int($element)) {
                throw self::otherType("{$path}[$i]", 'int', $element);
            }
            self::number("{$path}[$i]", $element, $min, $max);
        }
    }

    /** @param array<mixed>|null $list */
    public static function times(string $path, ?array $list): void
    {
        self::each($path, $list, \DateTimeImmutable::class);
        foreach ($list ?? [] as $i => $element) {
            self::time("{$path}[$i]", $element);
        }
    }

    private static function otherType(string $path, string $type, mixed $element): InvalidEventException
    {
        return new InvalidEventException($path, "must be a $type, but is a " . get_debug_type($element));
    }
}

<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

/**
 * Reads times in the one form that specs allow.
 *
 * @internal
 */
final class TimeText
{
    private const FORM = '~^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$~D';

    private function __construct()
    {
    }

    /** The time, or null if the text is none. PHP alone would make a March of February 30. */
    public static function parse(string $text): ?\DateTimeImmutable
    {
        $isTime = preg_match(self::FORM, $text) === 1
            && checkdate((int) substr($text, 5, 2), (int) substr($text, 8, 2), (int) substr($text, 0, 4))
            && (int) substr($text, 11, 2) < 24;

        return $isTime ? new \DateTimeImmutable($text) : null;
    }
}

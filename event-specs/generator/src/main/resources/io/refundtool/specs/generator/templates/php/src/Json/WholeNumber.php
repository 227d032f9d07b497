<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

/**
 * Reads JSON numbers exactly, without floats. A number such as 1.0 or 1e2 is whole, as it is in JSON Schema.
 *
 * @internal
 */
final class WholeNumber
{
    private const MAX_NUMBER_LENGTH = 1000;
    private const MAX_EXPONENT_DIGITS = 10;
    private const MAX_DIGITS = 19;
    private const MIN_32_BITS = -2_147_483_648;
    private const MAX_32_BITS = 2_147_483_647;

    private function __construct()
    {
    }

    /** The number, or what is wrong with it. */
    public static function parse(string $literal): int|string
    {
        if (strlen($literal) > self::MAX_NUMBER_LENGTH) {
            return 'its text is too long';
        }
        preg_match('~^(-?)([0-9]+)\.?([0-9]*)(?:[eE]([+-]?)0*([0-9]*))?$~D', $literal, $parts, PREG_UNMATCHED_AS_NULL);
        [, $sign, $whole, $fraction, $exponentSign, $exponentDigits] = $parts;
        $exponent = (int) ($exponentSign . $exponentDigits);
        $scale = strlen($fraction) - $exponent;
        if (strlen((string) $exponentDigits) > self::MAX_EXPONENT_DIGITS
            || !self::fits32Bits($exponent) || !self::fits32Bits($scale)) {
            return 'its exponent has more than 32 bits';
        }
        $digits = ltrim($whole . $fraction, '0');
        $shortest = rtrim($digits, '0');
        $zeros = strlen($digits) - strlen($shortest) - $scale;

        return $shortest === '' ? 0 : self::digits($sign, $shortest, $zeros);
    }

    private static function digits(string $sign, string $digits, int $zeros): int|string
    {
        if ($zeros < 0) {
            return 'it has a fraction';
        }
        if (strlen($digits) + $zeros > self::MAX_DIGITS) {
            return 'it is larger';
        }
        $text = $sign . $digits . str_repeat('0', $zeros);

        return (string) (int) $text === $text ? (int) $text : 'it is larger';
    }

    private static function fits32Bits(int $number): bool
    {
        return $number >= self::MIN_32_BITS && $number <= self::MAX_32_BITS;
    }
}

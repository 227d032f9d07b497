<?php

/** All that a test needs: expectations that are counted, and an end that fails if one was not met. */

declare(strict_types=1);

use RefundTool\Events\InvalidEventException;

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});

final class Results
{
    public static int $met = 0;
    public static int $failed = 0;
}

function expect(bool $met, string $expected, string $but): void
{
    if ($met) {
        Results::$met++;

        return;
    }
    Results::$failed++;
    echo "Expected $expected, but $but\n";
}

/** What a call refuses, or null if it does not. */
function refusal(Closure $call): ?InvalidEventException
{
    try {
        $call();

        return null;
    } catch (InvalidEventException $refusal) {
        return $refusal;
    }
}

function finish(): never
{
    echo Results::$met, ' expectations met, ', Results::$failed, " failed\n";
    exit(Results::$failed === 0 && Results::$met > 0 ? 0 : 1);
}

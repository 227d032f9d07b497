<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

/**
 * Looks at the escapes of JSON strings.
 *
 * @internal
 */
final class Escapes
{
    /** One escape at a time, so that an escaped backslash before a "u" is none; a whole pair is one. */
    private const ESCAPE = '~\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\\\(?:u[0-9a-fA-F]{4}|.)~';
    private const LONE_SURROGATE = '~^\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}$~';

    private function __construct()
    {
    }

    /** Whether a string has half a surrogate pair, which json_decode refuses for the whole document. */
    public static function haveLoneSurrogate(string $literal): bool
    {
        return str_contains($literal, '\\')
            && preg_match_all(self::ESCAPE, $literal, $escapes) > 0
            && preg_grep(self::LONE_SURROGATE, $escapes[0]) !== [];
    }
}

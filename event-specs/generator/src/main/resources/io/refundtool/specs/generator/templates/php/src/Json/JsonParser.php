<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

use RefundTool\Events\InvalidEventException;

/**
 * Reads one JSON value in UTF-8. Unlike json_decode it keeps numbers as they are written, and refuses properties that are
 * there twice.
 *
 * @internal
 */
final class JsonParser
{
    /** Events are about five levels deep; the rest is for properties of later versions. */
    private const MAX_DEPTH = 32;

    private const SPACE = " \t\n\r";
    private const STRING = '~\G"[^"\\\\\x00-\x1F]*+(?:\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\\\x00-\x1F]*+)*+"~';
    private const NUMBER = '~\G-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?~';
    private const WORDS = ['true' => Kind::Boolean, 'false' => Kind::Boolean, 'null' => Kind::Null];

    private int $at = 0;

    private function __construct(private readonly string $json, private readonly bool $strict)
    {
    }

    /** @throws InvalidEventException if the text is not one JSON value */
    public static function parse(string $json, bool $strict): JsonValue
    {
        if (preg_match('//u', $json) !== 1) {
            throw new InvalidEventException('', 'must be JSON in UTF-8, but its bytes are not UTF-8');
        }
        $parser = new self(str_starts_with($json, "\u{FEFF}") ? substr($json, 3) : $json, $strict);
        $root = new JsonValue(null, '', $strict);
        $parser->fill($root, 0);
        if ($parser->next() !== '') {
            throw new InvalidEventException('', 'must be one JSON value, but more follows it');
        }

        return $root;
    }

    private function fill(JsonValue $value, int $depth): void
    {
        $next = $this->next();
        if (($next === '{' || $next === '[') && $depth === self::MAX_DEPTH) {
            throw $value->invalid('must be JSON, but goes beyond ' . self::MAX_DEPTH . ' levels');
        }
        match (true) {
            $next === '{' => $this->object($value, $depth),
            $next === '[' => $this->list($value, $depth),
            $next === '"' => $this->text($value),
            $next === '-' || ctype_digit($next) => $this->number($value),
            default => $this->word($value),
        };
    }

    private function object(JsonValue $value, int $depth): void
    {
        $value->kind = Kind::Object;
        $this->at++;
        while ($this->continues($value, '}')) {
            $name = new JsonValue(null, '', $this->strict);
            $this->next() === '"' ? $this->text($name) : throw $this->broken($value);
            $child = new JsonValue($value, $name->text, $this->strict);
            if (isset($value->children[$name->text])) {
                throw $child->invalid('must be JSON, but is there twice');
            }
            $this->next() === ':' ? $this->at++ : throw $this->broken($value);
            $this->fill($child, $depth + 1);
            $value->children[$name->text] = $child;
        }
    }

    private function list(JsonValue $value, int $depth): void
    {
        $value->kind = Kind::List;
        $this->at++;
        while ($this->continues($value, ']')) {
            $child = new JsonValue($value, (string) count($value->children), $this->strict);
            $this->fill($child, $depth + 1);
            $value->children[] = $child;
        }
    }

    /** Whether another child follows; skips the comma before it, or the bracket at the end. */
    private function continues(JsonValue $value, string $end): bool
    {
        $next = $this->next();
        if ($next === $end) {
            $this->at++;

            return false;
        }
        if ($value->children !== []) {
            $next === ',' ? $this->at++ : throw $this->broken($value);
        }

        return true;
    }

    private function text(JsonValue $value): void
    {
        $literal = $this->token(self::STRING, $value);
        $value->kind = Kind::Text;
        $value->broken = Escapes::haveLoneSurrogate($literal);
        $value->text = $value->broken ? $literal : (string) json_decode($literal);
    }

    private function number(JsonValue $value): void
    {
        $value->text = $this->token(self::NUMBER, $value);
        $value->kind = Kind::Number;
    }

    private function word(JsonValue $value): void
    {
        foreach (self::WORDS as $word => $kind) {
            if (substr_compare($this->json, $word, $this->at, strlen($word)) === 0) {
                $this->at += strlen($word);
                $value->kind = $kind;

                return;
            }
        }
        throw $this->broken($value);
    }

    private function token(string $pattern, JsonValue $value): string
    {
        if (preg_match($pattern, $this->json, $match, 0, $this->at) !== 1) {
            throw $this->broken($value);
        }
        $this->at += strlen($match[0]);

        return $match[0];
    }

    /** The character that comes next, white space skipped; empty at the end. */
    private function next(): string
    {
        $this->at += strspn($this->json, self::SPACE, $this->at);

        return $this->json[$this->at] ?? '';
    }

    private function broken(JsonValue $value): InvalidEventException
    {
        return $value->invalid($this->next() === '' ? 'must be JSON, but breaks off' : 'must be JSON, but is broken');
    }
}

<?php

declare(strict_types=1);

namespace RefundTool\Events\Json;

use RefundTool\Events\InvalidEventException;

/**
 * A place of a JSON document: what stands there, and where it is.
 *
 * @internal
 */
abstract class JsonPlace
{
    private const MAX_SHOWN_NAME = 64;

    public Kind $kind = Kind::Null;

    /** What a string says, or a number as it is written. */
    public string $text = '';

    /** Whether the text has half a surrogate pair, which no text can have. */
    public bool $broken = false;

    /** @var array<JsonValue> */
    public array $children = [];

    /** @param string $name the property or index */
    public function __construct(
        private readonly ?self $parent,
        protected readonly string $name,
        protected readonly bool $strict,
    ) {
    }

    /** Where the value stands, such as "order.lines[3]". */
    public function path(): string
    {
        if ($this->parent === null) {
            return '';
        }
        $outer = $this->parent->path();
        if ($this->parent->kind === Kind::List) {
            return "{$outer}[{$this->name}]";
        }

        return ($outer === '' ? '' : "$outer.") . InvalidEventException::shown($this->name, self::MAX_SHOWN_NAME);
    }

    public function invalid(string $problem): InvalidEventException
    {
        return new InvalidEventException($this->path(), $problem);
    }
}

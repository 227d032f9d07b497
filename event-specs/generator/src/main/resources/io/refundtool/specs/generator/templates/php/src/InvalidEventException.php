<?php

declare(strict_types=1);

namespace RefundTool\Events;

/**
 * A value is not what the spec of its event allows.
 *
 * The message is a line such as "lines[2].quantity: must be between 1 and 1000000, but is 0". It never quotes a text of
 * the event, since that may be personal data; it quotes numbers and what stands in place of an enum's value.
 */
final class InvalidEventException extends \InvalidArgumentException
{
    /**
     * @param string $path where, such as "order.lines[3].sku"; empty for the event as a whole
     * @param string $problem what is expected and what is there instead
     */
    public function __construct(
        public readonly string $path,
        public readonly string $problem,
        ?\Throwable $previous = null,
    ) {
        parent::__construct(($path === '' ? 'the event' : $path) . ': ' . $problem, 0, $previous);
    }

    /** The same refusal seen from further out, where the value stands at a path. */
    public function within(string $outer): self
    {
        $dot = $outer === '' || $this->path === '' ? '' : '.';

        return new self($outer . $dot . $this->path, $this->problem, $this);
    }

    /** A text as it may stand in a log: cut, and without anything that could look like a line of its own. */
    public static function shown(string $text, int $maxLength): string
    {
        $ascii = (string) preg_replace('/[^\x20-\x7E]/', '?', $text);

        return strlen($ascii) > $maxLength ? substr($ascii, 0, $maxLength) . '…' : $ascii;
    }
}

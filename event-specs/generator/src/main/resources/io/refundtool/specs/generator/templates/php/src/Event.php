<?php

declare(strict_types=1);

namespace RefundTool\Events;

/**
 * A fact about a refund. Every class that is made from the spec of an event is one; its constructor refuses what the
 * schema refuses, so an event that exists is valid.
 */
interface Event extends \JsonSerializable
{
    /** The name of the event and all that follows from it. */
    public function eventType(): EventType;

    /** The order's id, which is the key in every topic. */
    public function key(): string;

    /**
     * The event as JSON: properties in the order of the spec, no white space, absent ones left out. The same event is
     * always the same bytes, whatever language writes it.
     */
    public function toJson(): string;

    /**
     * Reads an event as the gateway does: it refuses a property that the spec does not have. Readers of topics use
     * EventCodec::read.
     *
     * @throws InvalidEventException if the text is no such event
     */
    public static function fromJson(string $json): self;
}

<?php

declare(strict_types=1);

namespace RefundTool\Events;

use RefundTool\Events\Checks\Expect;
use RefundTool\Events\Json\Json;

/** An event with what the gateway has to know of it: an item of a batch. */
final readonly class Envelope implements \JsonSerializable
{
    /**
     * @param string $id unique for its writer; the same event sent again must have the same one; 1 to 128 printable ASCII
     *     characters
     * @param string|null $flowId the trace it belongs to, a traceparent of W3C Trace Context
     * @throws InvalidEventException
     */
    public function __construct(
        public string $id,
        public \DateTimeImmutable $occurredAt,
        public Event $event,
        public ?string $flowId = null,
    ) {
        Expect::text('metadata.eid', $id, 1, 128, '~^[\x21-\x7E]+$~Du');
        Expect::time('metadata.occurred_at', $occurredAt);
        Expect::text('metadata.flow_id', $flowId, 55, 55, '~^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$~Du');
    }

    public function jsonSerialize(): object
    {
        return Json::object([
            'metadata' => Json::object([
                'eid' => $this->id,
                'occurred_at' => Json::time($this->occurredAt),
                'event_type' => $this->event->eventType(),
                'flow_id' => $this->flowId,
            ]),
            'data' => $this->event,
        ]);
    }

    /**
     * The body of a request to the path that EventType::path() names.
     *
     * @throws InvalidEventException if there is no event, or they have not all the same type
     */
    public static function batch(self ...$envelopes): string
    {
        $envelopes = array_values($envelopes);
        if ($envelopes === []) {
            throw new InvalidEventException('', 'must be a batch of at least one event, but is empty');
        }
        $type = $envelopes[0]->event->eventType();
        foreach ($envelopes as $i => $envelope) {
            $other = $envelope->event->eventType();
            if ($other !== $type) {
                $problem = "must be a {$type->value} as the first is, but is a {$other->value}";
                throw new InvalidEventException("[$i]", $problem);
            }
        }

        return Json::encode($envelopes);
    }
}

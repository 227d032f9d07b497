<?php

// Code generated from topics.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events;

/** Every type of event; the value is its name with its version, as in the header ce_type. */
enum EventType: string
{
<#list types as type>
${type.doc()}
    case ${type.name()} = ${type.wire()};
<#if type?has_next>

</#if>
</#list>

    /** The number at the end of the name. */
    public function version(): int
    {
        return match ($this) {
<#list types as type>
            self::${type.name()} => ${type.version()},
</#list>
        };
    }

    /** The only topic that holds such events. */
    public function topic(): Topic
    {
        return match ($this) {
<#list types as type>
            self::${type.name()} => Topic::${type.topic()},
</#list>
        };
    }

    /** The property whose value is the key in the topic. */
    public function keyProperty(): string
    {
        return match ($this) {
<#list types as type>
            self::${type.name()} => ${type.key()},
</#list>
        };
    }

    /** The name for people. */
    public function title(): string
    {
        return match ($this) {
<#list types as type>
            self::${type.name()} => ${type.title()},
</#list>
        };
    }

    /** @return class-string<Event> */
    public function eventClass(): string
    {
        return match ($this) {
<#list types as type>
            self::${type.name()} => ${type.className()}::class,
</#list>
        };
    }

    /** Where the gateway takes a batch of such events by POST. */
    public function path(): string
    {
        return "/event-types/{$this->value}/events";
    }
}

<?php

// Code generated from topics.yaml. DO NOT EDIT.

declare(strict_types=1);

namespace RefundTool\Events;

/** Every topic of events; the value is its name in Kafka. */
enum Topic: string
{
<#list topics as topic>
${topic.doc()}
    case ${topic.name()} = ${topic.wire()};
<#if topic?has_next>

</#if>
</#list>
}

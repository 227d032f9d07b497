<?php

// Code generated from ${source}. DO NOT EDIT.

declare(strict_types=1);

namespace ${namespace};

<#list imports as import>
use ${import};
</#list>

${doc}
final readonly class ${name} implements <#if type?has_content>Event<#else>\JsonSerializable</#if>
{
    /**
<#list parameters as parameter>
${parameter.doc()}
</#list>
     * @throws InvalidEventException
     */
    public function __construct(
<#list parameters as parameter>
        public ${parameter.type()} $${parameter.name()}<#if !parameter.required()> = null</#if>,
</#list>
    ) {
<#list properties as property>
<#list property.checks() as check>
        ${check}
</#list>
</#list>
    }
<#if type?has_content>

    public function eventType(): EventType
    {
        return EventType::${type};
    }

    public function key(): string
    {
        return $this->${key};
    }
</#if>

    public static function fromJson(string $json): self
    {
        return self::read(JsonParser::parse($json, strict: true));
    }

    public function toJson(): string
    {
        return Json::encode($this);
    }

    public function jsonSerialize(): object
    {
        return Json::object([
<#list properties as property>
            '${property.name()}' => ${property.written()},
</#list>
        ]);
    }

    /** @internal */
    public static function read(JsonValue $in): self
    {
        $in->object(<#list properties as property>'${property.name()}'<#sep>, </#sep></#list>);

        return $in->construct(self::class, [
<#list properties as property>
            '${property.name()}' => ${property.read()},
</#list>
        ]);
    }
<#if personal>

    /**
     * Says nothing of the person, since an object is easily dumped into a log.
     *
     * @return array<string>
     */
    public function __debugInfo(): array
    {
        return ['personal data'];
    }
</#if>
}

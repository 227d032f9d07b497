<#macro anchor type><#if type.link()?has_content>${type.type()?replace(type.link(), "[" + type.link() + "](#" + type.link()?lower_case + ")")}<#else>${type.type()}</#if></#macro>
<#macro fields list>
| property | type | required | limits | |
|---|---|---|---|---|
<#list list as field>
| `${field.name()}` | <@anchor field/> | <#if field.required()>yes<#else>no</#if> | ${field.limits()}<#if field.pattern()?has_content><#if field.limits()?has_content><br></#if>`${field.pattern()?replace("|", "\\|")}`</#if> | ${field.description()?replace("|", "\\|")} |
</#list>
</#macro>
<#macro names list>${list?join(", ")}</#macro>
# Events

Every topic and every event, generated from [event-specs/specs](../event-specs/specs) and never edited by hand: a test
compares this page with the specs, and `-Dgolden.update=true` writes it anew. How specs are written is in
[event-specs.md](event-specs.md), how they change in [changing-events.md](changing-events.md). The gateway shows the same
at `/event-types`, and as AsyncAPI at `/asyncapi.json`.

## Topics

| topic | written by | read by | events | key | partitions | kept for |
|---|---|---|---|---|---|---|
<#list catalogue.topics() as topic>
| [${topic.name()}](#${topic.name()?replace(".", "")}) | ${topic.writer()}<#if topic.through()?has_content> through ${topic.through()}</#if> | <@names topic.readers()/> | ${topic.events()?size} | ${topic.key()} | ${topic.partitions()} | ${topic.retention()} |
</#list>
<#list catalogue.topics() as topic>

## ${topic.name()}

${topic.description()} Written by ${topic.writer()}<#if topic.through()?has_content> through ${topic.through()}</#if>, read by <@names topic.readers()/>. Key: ${topic.key()}; ${topic.partitions()} partitions, kept for
${topic.retention()}, compressed with ${topic.compression()}, messages of at most ${topic.maxMessageBytes()?string(",##0")} bytes.
<#if topic.deadLetters()>

Holds records as they came, with their origin and cause in headers.
</#if>
<#list catalogue.events()?filter(event -> event.topic() == topic.name()) as event>

### ${event.name()}

**${event.title()}.** ${event.description()}
<#if event.deprecated()??>

> **Deprecated** since ${event.deprecated().since()}; gone from ${event.deprecated().sunset()}. Use [${event.deprecated().successor()}](#${event.deprecated().successor()?replace(".", "")}) instead.
</#if>

Written by <@names event.writers()/>; changes are `${event.compatibility()}`.<#if event.expects()?has_content> Expects within ${event.within()}: <#list event.expects() as answer>[${answer}](#${answer?replace(".", "")})<#sep> or </#sep></#list>.</#if>

<@fields event.fields()/>
</#list>
</#list>

## Types

<#list catalogue.types() as type>
### ${type.name()}

${type.description()}<#if type.personal()> Personal data: never printed or logged.</#if>

<#if type.fields()?has_content>
<@fields type.fields()/>
<#else>
<#list type.values() as value>`${value}`<#sep>, </#sep></#list>
</#if>
<#sep>

</#sep>
</#list>

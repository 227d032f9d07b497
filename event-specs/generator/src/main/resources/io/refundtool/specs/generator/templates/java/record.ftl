// Generated from the specs: change ${source}, not this file.
package ${package};

<#list imports as import>
import ${import};
</#list>

${javadoc}
public record ${name}(
<#list components as component>
        ${component.type()} ${component.name()}<#if component?has_next>,<#else>)<#if !parent??> {</#if></#if>
</#list>
<#if parent??>
        implements ${parent} {
</#if>
<#if constants?has_content>

<#list constants as constant>
    ${constant}
</#list>
</#if>
<#if checks?has_content>

    public ${name} {
<#list checks as check>
        ${check}
</#list>
    }
</#if>
<#if personal!false>

    /** Says nothing of the person, since a record is easily printed into a log. */
    @Override
    public String toString() {
        return "${name}[personal data]";
    }
</#if>
<#if eventType??>

    @Override
    public EventType eventType() {
        return EventType.${eventType};
    }
</#if>
}

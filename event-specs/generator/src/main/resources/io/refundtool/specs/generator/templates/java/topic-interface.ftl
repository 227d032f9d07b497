// Generated from the specs: change topics.yaml, not this file.
package ${package};

<#list imports as import>
import ${import};
</#list>

${javadoc}
public sealed interface ${name} extends Event
        permits <#list permits as event>${event}<#sep>,
                </#sep></#list> {
<#list shared as property>

    ${property.type()} ${property.name()}();
</#list>
}

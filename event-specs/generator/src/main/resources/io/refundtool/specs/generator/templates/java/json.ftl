// Generated from the specs: change them, not this file.
package ${package};

<#list imports as import>
import ${import};
</#list>

/** Reads and writes the JSON of the ${what}. */
public final class ${name} {

    private ${name}() {}
<#list topics as topic>

    public static void write${topic.name}(JsonOutput out, ${topic.name} event) {
        switch (event) {
<#list topic.events as event>
            case ${event} it -> write${event}(out, it);
</#list>
        }
    }
</#list>
<#list records as record>

    public static ${record.name()} read${record.name()}(JsonInput in) {
<#list record.properties() as property>
        ${property.local()} ${property.name()} = null;
</#list>
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
<#list record.properties() as property>
                case "${property.name()}" -> ${property.name()} = ${record.read(property)};
</#list>
                default -> in.unknownProperty();
            }
        }
        return new ${record.name()}(
<#list record.properties() as property>
                <#if property.required()>in.required("${property.name()}", ${property.name()})<#else>${property.name()}</#if><#if property?has_next>,<#else>);</#if>
</#list>
    }

    public static void write${record.name()}(JsonOutput out, ${record.name()} ${record.variable()}) {
        out.begin();
<#list record.properties() as property>
        ${record.write(property)}
</#list>
        out.end();
    }
</#list>
}

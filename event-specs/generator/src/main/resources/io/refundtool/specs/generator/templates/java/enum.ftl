// Generated from the specs: change common/types.v1.yaml, not this file.
package ${package};

import io.refundtool.events.checks.WireEnum;
import io.refundtool.events.checks.WireNames;
import java.util.Optional;

${javadoc}
public enum ${name} implements WireEnum {
<#if plain>
<#list constants?chunk(16) as line>
    <#list line as constant>${constant.name()}<#sep>, </#sep></#list><#if line?has_next>,<#else>;</#if>
</#list>
<#else>
<#list constants as constant>
    ${constant.name()}("${constant.wire()}")<#if constant?has_next>,<#else>;</#if>
</#list>
</#if>

    private static final WireNames<${name}> NAMES = new WireNames<>(${name}.class);
<#if !plain>

    private final String wire;

    ${name}(String wire) {
        this.wire = wire;
    }
</#if>

    /**
     * The constant of a text on the wire.
     *
     * @throws io.refundtool.events.InvalidEventException if there is none
     */
    public static ${name} of(String wire) {
        return NAMES.get(wire);
    }

    public static Optional<${name}> find(String wire) {
        return NAMES.find(wire);
    }

    @Override
    public String wire() {
        return <#if plain>name()<#else>wire</#if>;
    }
}

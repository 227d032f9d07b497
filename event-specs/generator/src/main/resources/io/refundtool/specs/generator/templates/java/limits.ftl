// Generated from the specs: change common/types.v1.yaml, not this file.
package ${package};

import io.refundtool.events.checks.NumberLimit;
import io.refundtool.events.checks.TextLimit;

/** The limits of texts and numbers that have a name in the specs. */
public final class Limits {
<#list limits as limit>

${limit.javadoc()}
    public static final ${limit.type()} ${limit.name()} =${limit.value()};
</#list>

    private Limits() {}
}

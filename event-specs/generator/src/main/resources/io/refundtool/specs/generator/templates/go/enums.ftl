// Code generated from common/types.v1.yaml. DO NOT EDIT.

package events
<#list enums as enum>

${enum.doc()}
type ${enum.name()} string

// What a ${enum.name()} can be.
const (
<#list enum.constants() as constant>
	${constant.name()?right_pad(enum.width())} ${enum.name()} = "${constant.wire()}"
</#list>
)

var valuesOf${enum.name()} = newChoices("${enum.name()}",
<#list enum.constants() as constant>
	string(${constant.name()}),
</#list>
)

// Valid says whether it is one of the constants.
func (e ${enum.name()}) Valid() bool {
	return valuesOf${enum.name()}.values[string(e)]
}
</#list>

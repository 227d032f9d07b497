// Code generated from ${source}. DO NOT EDIT.

package events
<#if time>

import "time"
</#if>
<#list structs as struct>

${struct.doc()}
type ${struct.name()} struct {
<#list struct.properties() as property>
<#if property.doc()?has_content>
${property.doc()}
</#if>
	${property.field()} ${property.type()}
<#if property?has_next>

</#if>
</#list>
}
<#if struct.limits()?has_content>
<#list struct.limits() as limit>

${limit}
</#list>
</#if>
<#if struct.personal()>

// String says nothing of the person, since a struct is easily printed into a log.
func (e ${struct.name()}) String() string {
	return "${struct.name()}[personal data]"
}

// GoString is as silent as String.
func (e ${struct.name()}) GoString() string {
	return e.String()
}
</#if>
<#if struct.type()?has_content>

// EventType is ${struct.type()}.
func (e ${struct.name()}) EventType() EventType {
	return ${struct.type()}
}

// Key is the order's id, which is the key in the topic.
func (e ${struct.name()}) Key() string {
	return e.${struct.key()}
}
</#if>

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e ${struct.name()}) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e ${struct.name()}) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *${struct.name()}) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, read${struct.name()})
}

func (e ${struct.name()}) check(c *checker) {
<#list struct.properties() as property>
<#list property.checks() as line>
	${line}
</#list>
</#list>
}

func read${struct.name()}(v *value) ${struct.name()} {
	o := v.object(${struct.names()})
	var e ${struct.name()}
<#list struct.properties() as property>
	e.${property.field()} = ${property.read()}
</#list>
	return e
}

func (e ${struct.name()}) write(w *writer) {
	w.open('{')
<#list struct.properties() as property>
<#list property.writes() as line>
	${line}
</#list>
</#list>
	w.close('}')
}
</#list>

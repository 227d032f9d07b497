// Code generated from topics.yaml. DO NOT EDIT.

package events

// EventType is the name of a type of event with its version, as in the header ce_type.
type EventType string

// Every type of event.
const (
<#list types as type>
${type.doc()}
	${type.constant()} EventType = ${type.wire()}
<#if type?has_next>

</#if>
</#list>
)

// Topic is the name of a topic in Kafka.
type Topic string

// Every topic of events.
const (
<#list topics as topic>
${topic.doc()}
	${topic.constant()} Topic = ${topic.wire()}
<#if topic?has_next>

</#if>
</#list>
)

type eventTypeFacts struct {
	eventType EventType
	version   int
	topic     Topic
	key       string
	title     string
}

var eventTypes = []eventTypeFacts{
<#list types as type>
	{${type.constant()}, ${type.version()}, ${type.topic()}, ${type.key()}, ${type.title()}},
</#list>
}

func (t EventType) facts() eventTypeFacts {
	for _, facts := range eventTypes {
		if facts.eventType == t {
			return facts
		}
	}
	return eventTypeFacts{}
}

// EventTypes are all types of events, in the order of their topics.
func EventTypes() []EventType {
	types := make([]EventType, len(eventTypes))
	for i, facts := range eventTypes {
		types[i] = facts.eventType
	}
	return types
}

// Version is the number at the end of the name; 0 for a type that has no spec.
func (t EventType) Version() int {
	return t.facts().version
}

// Topic is the only topic that holds such events; empty for a type that has no spec.
func (t EventType) Topic() Topic {
	return t.facts().topic
}

// KeyProperty is the property whose value is the key in the topic; empty for a type that has no spec.
func (t EventType) KeyProperty() string {
	return t.facts().key
}

// Title is the name for people; empty for a type that has no spec.
func (t EventType) Title() string {
	return t.facts().title
}

// Path is where the gateway takes a batch of such events by POST.
func (t EventType) Path() string {
	return "/event-types/" + string(t) + "/events"
}

func readEvent(eventType EventType, v *value) Event {
	switch eventType {
<#list types as type>
	case ${type.constant()}:
		return read${type.struct()}(v)
</#list>
	}
	panic(invalid("", "must be of a type that has a spec, but there is no '%s'", shown(string(eventType), maxShownName)))
}

// Code generated from topics.yaml. DO NOT EDIT.

package events

// EventType is the name of a type of event with its version, as in the header ce_type.
type EventType string

// Every type of event.
const (
	// TypeShopOrderPlacedV1 is that of ShopOrderPlaced. Somebody ordered something, and since the sentence that says so is
	// meant to be longer than a line of Javadoc may be, it goes on for a while.
	TypeShopOrderPlacedV1 EventType = "shop.order-placed.v1"

	// TypeShopOrderPackedV1 is that of ShopOrderPacked. The order is in its parcels.
	//
	// Deprecated: use shop.order-packed.v2; since 2026-01-31 this one is on its way out, and from 2026-07-31 on it may be
	// refused.
	TypeShopOrderPackedV1 EventType = "shop.order-packed.v1"

	// TypeShopOrderPackedV2 is that of ShopOrderPackedV2. The order is in its parcels.
	TypeShopOrderPackedV2 EventType = "shop.order-packed.v2"
)

// Topic is the name of a topic in Kafka.
type Topic string

// Every topic of events.
const (
	// TopicShopOrderV1: What the shop tells of orders.
	TopicShopOrderV1 Topic = "shop.order.v1"
)

type eventTypeFacts struct {
	eventType EventType
	version   int
	topic     Topic
	key       string
	title     string
}

var eventTypes = []eventTypeFacts{
	{TypeShopOrderPlacedV1, 1, TopicShopOrderV1, "orderId", "Order placed"},
	{TypeShopOrderPackedV1, 1, TopicShopOrderV1, "orderId", "Order packed"},
	{TypeShopOrderPackedV2, 2, TopicShopOrderV1, "orderId", "Order packed"},
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
	case TypeShopOrderPlacedV1:
		return readShopOrderPlaced(v)
	case TypeShopOrderPackedV1:
		return readShopOrderPacked(v)
	case TypeShopOrderPackedV2:
		return readShopOrderPackedV2(v)
	}
	panic(invalid("", "must be of a type that has a spec, but there is no '%s'", shown(string(eventType), maxShownName)))
}

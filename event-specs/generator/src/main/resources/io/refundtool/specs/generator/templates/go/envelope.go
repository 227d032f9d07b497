package events

import "time"

var (
	eidLimit         = newTextLimit(1, 128, `^[\x21-\x7E]+$`)
	traceparentLimit = newTextLimit(55, 55, `^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$`)
)

// Envelope is an event with what the gateway has to know of it: an item of a batch.
type Envelope struct {
	// ID is unique for its writer; the same event sent again must have the same one. 1 to 128 printable ASCII characters.
	ID string

	// OccurredAt is when it happened, with at most microseconds.
	OccurredAt time.Time

	// FlowID is the trace it belongs to, a traceparent of W3C Trace Context; empty if there is none.
	FlowID string

	// Event is what happened.
	Event Event
}

// Validate returns what the gateway would refuse, or nil. Paths are those of the gateway, such as data.lines[2].quantity.
func (e Envelope) Validate() error {
	return validate(e.check)
}

func (e Envelope) check(c *checker) {
	c.text("metadata.eid", e.ID, eidLimit)
	c.time("metadata.occurred_at", e.OccurredAt)
	if e.FlowID != "" {
		c.text("metadata.flow_id", e.FlowID, traceparentLimit)
	}
	if e.Event == nil {
		c.report("data", "must be there, but is missing")
	} else {
		c.record("data", e.Event.check)
	}
}

func (e Envelope) write(w *writer) {
	w.open('{')
	w.name("metadata").open('{')
	w.name("eid").string(e.ID)
	w.name("occurred_at").time(e.OccurredAt)
	w.name("event_type").string(string(e.Event.EventType()))
	if e.FlowID != "" {
		w.name("flow_id").string(e.FlowID)
	}
	w.close('}')
	e.Event.write(w.name("data"))
	w.close('}')
}

// MarshalJSON writes the item; an invalid one is an *InvalidEventError.
func (e Envelope) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// Batch is the body of a request to the path that EventType.Path names. All events must have the same type.
func Batch(envelopes ...Envelope) ([]byte, error) {
	c := &checker{}
	if len(envelopes) == 0 {
		c.report("", "must be a batch of at least one event, but is empty")
	}
	w := &writer{}
	w.open('[')
	for i, envelope := range envelopes {
		c.element("", i, envelope.check)
		if c.found == nil && envelope.Event.EventType() != envelopes[0].Event.EventType() {
			c.report(index("", i), "must be a %s as the first is, but is a %s",
				envelopes[0].Event.EventType(), envelope.Event.EventType())
		}
		if c.found != nil {
			return nil, c.found
		}
		envelope.write(w)
	}
	if c.found != nil {
		return nil, c.found
	}
	w.close(']')
	return w.bytes, nil
}

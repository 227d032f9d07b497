// Package events has the facts that the systems tell each other about refunds: one struct for each type of event.
//
// A struct is valid if Validate returns nil; Write and Batch refuse any other. Optional properties are pointers, which
// Ptr makes, or nil slices. Times have at most microseconds, so cut time.Now() by Truncate(time.Microsecond).
//
// Readers use Read, which skips properties that it does not know, since a later edition of the same version may have
// added them. ReadStrictly and UnmarshalJSON refuse them, as the gateway does.
package events

import "encoding/json"

// Event is a fact about a refund. Every struct that is made from the spec of an event is one.
type Event interface {
	json.Marshaler

	// EventType is the name of the event and all that follows from it.
	EventType() EventType
	// Key is the order's id, which is the key in every topic.
	Key() string
	// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
	Validate() error

	check(c *checker)
	write(w *writer)
}

// Ptr points to a copy of a value, for optional properties.
func Ptr[T any](value T) *T {
	return &value
}

// Write returns the event as JSON: properties in the order of the spec, no white space, absent ones left out. The same
// event is always the same bytes, whatever language writes it. An invalid event is an *InvalidEventError.
func Write(event Event) ([]byte, error) {
	return marshal(event)
}

// Read reads an event as consumers do: a property that the spec does not have is skipped. Nothing is coerced into another
// type. What is no such event is an *InvalidEventError.
func Read(eventType EventType, data []byte) (Event, error) {
	return read(eventType, data, false)
}

// ReadStrictly reads an event as the gateway does: it refuses a property that the spec does not have.
func ReadStrictly(eventType EventType, data []byte) (Event, error) {
	return read(eventType, data, true)
}

func read(eventType EventType, data []byte, strict bool) (Event, error) {
	var event Event
	err := reading(data, strict, func(v *value) {
		event = readEvent(eventType, v)
	})
	if err == nil {
		err = event.Validate()
	}
	if err != nil {
		return nil, err
	}
	return event, nil
}

// valid is an event or a record; both know what the spec does not allow.
type valid interface {
	Validate() error
	write(w *writer)
}

func marshal(v valid) ([]byte, error) {
	if err := v.Validate(); err != nil {
		return nil, err
	}
	w := &writer{}
	v.write(w)
	return w.bytes, nil
}

func unmarshal[T valid](data []byte, into *T, read func(v *value) T) error {
	var result T
	err := reading(data, true, func(v *value) {
		result = read(v)
	})
	if err == nil {
		err = result.Validate()
	}
	if err == nil {
		*into = result
	}
	return err
}

// reading calls read with the parsed data and returns what read panics with, as it does for invalid values.
func reading(data []byte, strict bool, read func(v *value)) (err error) {
	defer func() {
		switch problem := recover().(type) {
		case nil:
		case *InvalidEventError:
			err = problem
		default:
			panic(problem)
		}
	}()
	read(parse(data, strict))
	return nil
}

// validate returns what the checks of an event or a record find.
func validate(check func(c *checker)) error {
	c := &checker{}
	check(c)
	if c.found == nil {
		return nil
	}
	return c.found
}

// Code generated from common/types.v1.yaml. DO NOT EDIT.

package events

// Buyer is part of events.
//
// Who bought.
type Buyer struct {
	// An e-mail address. At most 254 characters.
	Email *string
}

var limitInBuyerEmail = newTextLimit(0, 254, `^[^\p{Z}@\p{Cc}\p{Cs}]+@[^\p{Z}@\p{Cc}\p{Cs}]+$`)

// String says nothing of the person, since a struct is easily printed into a log.
func (e Buyer) String() string {
	return "Buyer[personal data]"
}

// GoString is as silent as String.
func (e Buyer) GoString() string {
	return e.String()
}

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e Buyer) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e Buyer) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *Buyer) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readBuyer)
}

func (e Buyer) check(c *checker) {
	if e.Email != nil {
		c.text("email", *e.Email, limitInBuyerEmail)
	}
}

func readBuyer(v *value) Buyer {
	o := v.object("email")
	var e Buyer
	e.Email = optional(o, "email", (*value).string)
	return e
}

func (e Buyer) write(w *writer) {
	w.open('{')
	if e.Email != nil {
		w.name("email").string(*e.Email)
	}
	w.close('}')
}

// Item is part of events.
//
// A thing that was ordered & its weight, <= 1 t.
type Item struct {
	// 1 to 255 characters.
	Name string

	// A weight in grams. 0 to 9,223,372,036,854,775,807.
	Grams int64
}

var limitInItemName = newTextLimit(1, 255, `^[^\p{Cc}\p{Cs}\\"]*$`)

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e Item) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e Item) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *Item) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readItem)
}

func (e Item) check(c *checker) {
	c.text("name", e.Name, limitInItemName)
	c.number("grams", e.Grams, limitOfGrams)
}

func readItem(v *value) Item {
	o := v.object("name", "grams")
	var e Item
	e.Name = o.required("name").string()
	e.Grams = o.required("grams").int64()
	return e
}

func (e Item) write(w *writer) {
	w.open('{')
	w.name("name").string(e.Name)
	w.name("grams").number(e.Grams)
	w.close('}')
}

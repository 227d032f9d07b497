// Code generated from the specs of shop.order.v1. DO NOT EDIT.

package events

import "time"

// ShopOrderPlaced is the event shop.order-placed.v1 of the topic shop.order.v1.
//
// Somebody ordered something, and since the sentence that says so is meant to be longer than a line of Javadoc may be,
// it goes on for a while.
type ShopOrderPlaced struct {
	// An order's id. 1 to 64 characters.
	OrderID string

	// A refund's id. 1 to 64 characters.
	RefundID string

	Country Country

	PlacedAt time.Time

	// Who ordered, if it is known.
	Buyer *Buyer

	// What was ordered. 1 to 1,000 of them.
	Items []Item

	// How many parcels it takes. 1 to 100.
	Quantity int64

	// A weight in grams. 0 to 9,223,372,036,854,775,807.
	Weight *int64

	// Words to find it by. At most 10.
	Tags []string

	// Pieces in each parcel. At most 100.
	Counts []int64

	// When it was looked at before. At most 5.
	Moments []time.Time

	// The kinds of its parcels. At most 5.
	Kinds []Kind

	Kind *Kind

	SeenAt *time.Time
}

var limitInShopOrderPlacedQuantity = numberLimit{1, 100}

var limitInShopOrderPlacedTags = newTextLimit(0, 20, `^[a-z]*$`)

var limitInShopOrderPlacedCounts = numberLimit{1, 1000}

// EventType is TypeShopOrderPlacedV1.
func (e ShopOrderPlaced) EventType() EventType {
	return TypeShopOrderPlacedV1
}

// Key is the order's id, which is the key in the topic.
func (e ShopOrderPlaced) Key() string {
	return e.OrderID
}

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e ShopOrderPlaced) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e ShopOrderPlaced) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *ShopOrderPlaced) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readShopOrderPlaced)
}

func (e ShopOrderPlaced) check(c *checker) {
	c.text("orderId", e.OrderID, limitOfOrderId)
	c.text("refundId", e.RefundID, limitOfRefundId)
	c.choice("country", string(e.Country), valuesOfCountry)
	c.time("placedAt", e.PlacedAt)
	if e.Buyer != nil {
		c.record("buyer", e.Buyer.check)
	}
	c.size("items", len(e.Items), 1, 1000)
	for i, element := range e.Items {
		c.element("items", i, element.check)
	}
	c.number("quantity", e.Quantity, limitInShopOrderPlacedQuantity)
	if e.Weight != nil {
		c.number("weight", *e.Weight, limitOfGrams)
	}
	if e.Tags != nil {
		c.size("tags", len(e.Tags), 0, 10)
	}
	for i, element := range e.Tags {
		c.text(index("tags", i), element, limitInShopOrderPlacedTags)
	}
	if e.Counts != nil {
		c.size("counts", len(e.Counts), 0, 100)
	}
	for i, element := range e.Counts {
		c.number(index("counts", i), element, limitInShopOrderPlacedCounts)
	}
	if e.Moments != nil {
		c.size("moments", len(e.Moments), 0, 5)
	}
	for i, element := range e.Moments {
		c.time(index("moments", i), element)
	}
	if e.Kinds != nil {
		c.size("kinds", len(e.Kinds), 0, 5)
	}
	for i, element := range e.Kinds {
		c.choice(index("kinds", i), string(element), valuesOfKind)
	}
	if e.Kind != nil {
		c.choice("kind", string(*e.Kind), valuesOfKind)
	}
	if e.SeenAt != nil {
		c.time("seenAt", *e.SeenAt)
	}
}

func readShopOrderPlaced(v *value) ShopOrderPlaced {
	o := v.object("orderId", "refundId", "country", "placedAt", "buyer", "items", "quantity", "weight", "tags",
		"counts", "moments", "kinds", "kind", "seenAt")
	var e ShopOrderPlaced
	e.OrderID = o.required("orderId").string()
	e.RefundID = o.required("refundId").string()
	e.Country = choice[Country](o.required("country"))
	e.PlacedAt = o.required("placedAt").time()
	e.Buyer = optional(o, "buyer", readBuyer)
	e.Items = list(o.required("items"), readItem)
	e.Quantity = o.required("quantity").int64()
	e.Weight = optional(o, "weight", (*value).int64)
	e.Tags = optionalList(o, "tags", (*value).string)
	e.Counts = optionalList(o, "counts", (*value).int64)
	e.Moments = optionalList(o, "moments", (*value).time)
	e.Kinds = optionalList(o, "kinds", choice[Kind])
	e.Kind = optional(o, "kind", choice[Kind])
	e.SeenAt = optional(o, "seenAt", (*value).time)
	return e
}

func (e ShopOrderPlaced) write(w *writer) {
	w.open('{')
	w.name("orderId").string(e.OrderID)
	w.name("refundId").string(e.RefundID)
	w.name("country").string(string(e.Country))
	w.name("placedAt").time(e.PlacedAt)
	if e.Buyer != nil {
		e.Buyer.write(w.name("buyer"))
	}
	w.name("items").open('[')
	for _, element := range e.Items {
		element.write(w)
	}
	w.close(']')
	w.name("quantity").number(e.Quantity)
	if e.Weight != nil {
		w.name("weight").number(*e.Weight)
	}
	if e.Tags != nil {
		w.name("tags").open('[')
		for _, element := range e.Tags {
			w.string(element)
		}
		w.close(']')
	}
	if e.Counts != nil {
		w.name("counts").open('[')
		for _, element := range e.Counts {
			w.number(element)
		}
		w.close(']')
	}
	if e.Moments != nil {
		w.name("moments").open('[')
		for _, element := range e.Moments {
			w.time(element)
		}
		w.close(']')
	}
	if e.Kinds != nil {
		w.name("kinds").open('[')
		for _, element := range e.Kinds {
			w.string(string(element))
		}
		w.close(']')
	}
	if e.Kind != nil {
		w.name("kind").string(string(*e.Kind))
	}
	if e.SeenAt != nil {
		w.name("seenAt").time(*e.SeenAt)
	}
	w.close('}')
}

// ShopOrderPacked is the event shop.order-packed.v1 of the topic shop.order.v1.
//
// The order is in its parcels.
//
// Deprecated: use shop.order-packed.v2; since 2026-01-31 this one is on its way out, and from 2026-07-31 on it may be
// refused.
type ShopOrderPacked struct {
	// An order's id. 1 to 64 characters.
	OrderID string

	// A refund's id. 1 to 64 characters.
	RefundID string

	Country Country

	PlacedAt time.Time

	SeenAt *time.Time
}

// EventType is TypeShopOrderPackedV1.
func (e ShopOrderPacked) EventType() EventType {
	return TypeShopOrderPackedV1
}

// Key is the order's id, which is the key in the topic.
func (e ShopOrderPacked) Key() string {
	return e.OrderID
}

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e ShopOrderPacked) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e ShopOrderPacked) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *ShopOrderPacked) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readShopOrderPacked)
}

func (e ShopOrderPacked) check(c *checker) {
	c.text("orderId", e.OrderID, limitOfOrderId)
	c.text("refundId", e.RefundID, limitOfRefundId)
	c.choice("country", string(e.Country), valuesOfCountry)
	c.time("placedAt", e.PlacedAt)
	if e.SeenAt != nil {
		c.time("seenAt", *e.SeenAt)
	}
}

func readShopOrderPacked(v *value) ShopOrderPacked {
	o := v.object("orderId", "refundId", "country", "placedAt", "seenAt")
	var e ShopOrderPacked
	e.OrderID = o.required("orderId").string()
	e.RefundID = o.required("refundId").string()
	e.Country = choice[Country](o.required("country"))
	e.PlacedAt = o.required("placedAt").time()
	e.SeenAt = optional(o, "seenAt", (*value).time)
	return e
}

func (e ShopOrderPacked) write(w *writer) {
	w.open('{')
	w.name("orderId").string(e.OrderID)
	w.name("refundId").string(e.RefundID)
	w.name("country").string(string(e.Country))
	w.name("placedAt").time(e.PlacedAt)
	if e.SeenAt != nil {
		w.name("seenAt").time(*e.SeenAt)
	}
	w.close('}')
}

// ShopOrderPackedV2 is the event shop.order-packed.v2 of the topic shop.order.v1.
//
// The order is in its parcels.
type ShopOrderPackedV2 struct {
	// An order's id. 1 to 64 characters.
	OrderID string

	// A refund's id. 1 to 64 characters.
	RefundID string

	Country Country

	PlacedAt time.Time

	SeenAt *time.Time
}

// EventType is TypeShopOrderPackedV2.
func (e ShopOrderPackedV2) EventType() EventType {
	return TypeShopOrderPackedV2
}

// Key is the order's id, which is the key in the topic.
func (e ShopOrderPackedV2) Key() string {
	return e.OrderID
}

// Validate returns what the spec does not allow and where, as an *InvalidEventError, or nil.
func (e ShopOrderPackedV2) Validate() error {
	return validate(e.check)
}

// MarshalJSON writes it as Write does; an invalid one is an *InvalidEventError.
func (e ShopOrderPackedV2) MarshalJSON() ([]byte, error) {
	return marshal(e)
}

// UnmarshalJSON reads it strictly; anything else is an *InvalidEventError.
func (e *ShopOrderPackedV2) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readShopOrderPackedV2)
}

func (e ShopOrderPackedV2) check(c *checker) {
	c.text("orderId", e.OrderID, limitOfOrderId)
	c.text("refundId", e.RefundID, limitOfRefundId)
	c.choice("country", string(e.Country), valuesOfCountry)
	c.time("placedAt", e.PlacedAt)
	if e.SeenAt != nil {
		c.time("seenAt", *e.SeenAt)
	}
}

func readShopOrderPackedV2(v *value) ShopOrderPackedV2 {
	o := v.object("orderId", "refundId", "country", "placedAt", "seenAt")
	var e ShopOrderPackedV2
	e.OrderID = o.required("orderId").string()
	e.RefundID = o.required("refundId").string()
	e.Country = choice[Country](o.required("country"))
	e.PlacedAt = o.required("placedAt").time()
	e.SeenAt = optional(o, "seenAt", (*value).time)
	return e
}

func (e ShopOrderPackedV2) write(w *writer) {
	w.open('{')
	w.name("orderId").string(e.OrderID)
	w.name("refundId").string(e.RefundID)
	w.name("country").string(string(e.Country))
	w.name("placedAt").time(e.PlacedAt)
	if e.SeenAt != nil {
		w.name("seenAt").time(*e.SeenAt)
	}
	w.close('}')
}

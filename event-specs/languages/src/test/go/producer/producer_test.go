// Package producer tests the events as a producer in Go uses them.
package producer

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"refundtool.io/events"
)

var noon = time.Date(2026, time.January, 31, 12, 0, 0, 0, time.UTC)

func requested() events.BobRefundRequested {
	return events.BobRefundRequested{
		OrderID:     "order-1",
		RefundID:    "refund-1",
		Country:     events.CountryGB,
		RequestedAt: noon,
		Reason:      events.Ptr("too <small> & \u2028torn"),
		Order: events.OrderBasis{
			OrderedAt: noon.Add(500 * time.Millisecond),
			Currency:  events.CurrencyCodeGBP,
			Customer:  events.Customer{Email: events.Ptr("ann@example.org")},
			Payments: []events.CapturedPayment{
				{PaymentID: "p-1", Tender: events.TenderKindCashOnDelivery, AmountMinor: 1_000_000_000_000_000, CapturedAt: noon},
			},
			Lines: []events.OrderLine{{
				LineID: "line-1", SKU: "85123A", Name: "LANTERN", Quantity: 6, UnitPriceMicros: 2_550_000,
				VatRate: events.VatRateVat20, PaymentMethod: events.PaymentMethodFullPayment, PaymentObject: 1,
			}},
		},
		Lines: []events.RequestedLine{
			{LineID: "line-1", Quantity: 1, AmountMinor: -255},
			{LineID: "line-1", Quantity: 2, AmountMinor: 510},
		},
	}
}

const canonical = `{"orderId":"order-1","refundId":"refund-1","country":"GB","requestedAt":"2026-01-31T12:00:00Z",` +
	`"reason":"too <small> & ` + "\u2028" + `torn","order":{"orderedAt":"2026-01-31T12:00:00.500Z","currency":"GBP",` +
	`"customer":{"email":"ann@example.org"},"payments":[{"paymentId":"p-1","tender":"cash-on-delivery",` +
	`"amountMinor":1000000000000000,"capturedAt":"2026-01-31T12:00:00Z"}],"lines":[{"lineId":"line-1","sku":"85123A",` +
	`"name":"LANTERN","quantity":6,"unitPriceMicros":2550000,"vatRate":"vat20","paymentMethod":"full_payment",` +
	`"paymentObject":1}]},"lines":[{"lineId":"line-1","quantity":1,"amountMinor":-255},` +
	`{"lineId":"line-1","quantity":2,"amountMinor":510}]}`

func TestAnEventIsWrittenInTheOrderOfItsSpec(t *testing.T) {
	written, err := events.Write(requested())
	if err != nil || string(written) != canonical {
		t.Errorf("expected %s, but wrote %s (%v)", canonical, written, err)
	}
}

func TestAnEventIsWrittenByTheStandardLibraryToo(t *testing.T) {
	marshalled, err := json.Marshal(requested())
	if err != nil {
		t.Fatal(err)
	}
	var read events.BobRefundRequested
	if err := json.Unmarshal(marshalled, &read); err != nil {
		t.Fatal(err)
	}
	if written, err := events.Write(read); string(written) != canonical {
		t.Errorf("expected %s, but it became %s (%v)", canonical, written, err)
	}
}

func TestATimeOfAnyZoneIsWrittenInUTC(t *testing.T) {
	event := requested()
	event.RequestedAt = noon.In(time.FixedZone("Moscow", 3*60*60))
	if written, err := events.Write(event); string(written) != canonical {
		t.Errorf("expected %s, but wrote %s (%v)", canonical, written, err)
	}
}

func TestValidateSaysWhereAndWhy(t *testing.T) {
	cases := []struct {
		expected string
		change   func(e *events.BobRefundRequested)
	}{
		{"orderId: must have 1 to 64 characters, but has 0", func(e *events.BobRefundRequested) { e.OrderID = "" }},
		{"orderId: must have 1 to 64 characters, but has 65",
			func(e *events.BobRefundRequested) { e.OrderID = strings.Repeat("a", 65) }},
		{"orderId: must match ^[A-Za-z0-9][A-Za-z0-9._:-]*$, but does not",
			func(e *events.BobRefundRequested) { e.OrderID = "order-1\n" }},
		{"reason: must be UTF-8, but is not",
			func(e *events.BobRefundRequested) { e.Reason = events.Ptr("\xff") }},
		{"reason: must have 0 to 2000 characters, but has 2001",
			func(e *events.BobRefundRequested) { e.Reason = events.Ptr(strings.Repeat("🙂", 2001)) }},
		{"country: must be one of the 251 values of Country, but is 'g?b'",
			func(e *events.BobRefundRequested) { e.Country = "g\nb" }},
		{"order.payments[0].tender: must be one of bank-transfer, card, cash-on-delivery, gift-card, sbp, wallet, but is ''",
			func(e *events.BobRefundRequested) { e.Order.Payments[0].Tender = "" }},
		{"order.lines: must have 1 to 5000 items, but has 0",
			func(e *events.BobRefundRequested) { e.Order.Lines = nil }},
		{"lines: must have 1 to 1000 items, but has 1001",
			func(e *events.BobRefundRequested) { e.Lines = make([]events.RequestedLine, 1001) }},
		{"lines[1].quantity: must be between 1 and 1000000, but is 0",
			func(e *events.BobRefundRequested) { e.Lines[1].Quantity = 0 }},
		{"lines[0].amountMinor: must be between -1000000000000000 and 1000000000000000, but is -9223372036854775808",
			func(e *events.BobRefundRequested) { e.Lines[0].AmountMinor = math.MinInt64 }},
		{"requestedAt: must have at most microseconds, but has nanoseconds",
			func(e *events.BobRefundRequested) { e.RequestedAt = noon.Add(time.Nanosecond) }},
		{"requestedAt: must be a time of the years 1000 to 2999, but is one of the year 1",
			func(e *events.BobRefundRequested) { e.RequestedAt = time.Time{} }},
		{"payout.kind: must be one of bank-account, card, original-payment, store-credit, wallet, but is 'cash'",
			func(e *events.BobRefundRequested) { e.Payout = &events.Payout{Kind: "cash"} }},
	}
	for _, test := range cases {
		event := requested()
		test.change(&event)
		var invalid *events.InvalidEventError
		if err := event.Validate(); !errors.As(err, &invalid) || err.Error() != test.expected {
			t.Errorf("expected %s, but it is %v", test.expected, err)
		}
		if written, err := events.Write(event); written != nil || err == nil {
			t.Errorf("expected %s to keep it from being written, but it was", test.expected)
		}
	}
	if err := requested().Validate(); err != nil {
		t.Error(err)
	}
}

func TestUnmarshalLeavesTheStructAloneIfItRefuses(t *testing.T) {
	event := requested()
	err := json.Unmarshal([]byte(strings.Replace(canonical, `"country":"GB"`, `"country":"GB","colour":"red"`, 1)), &event)
	if err == nil || err.Error() != "colour: must be a property of the spec, but the spec has none of this name" {
		t.Errorf("expected a refusal of the unknown property, but it is %v", err)
	}
	if written, _ := events.Write(event); string(written) != canonical {
		t.Errorf("expected the event to be as before, but it is %s", written)
	}
}

func TestANumberIsReadExactlyWhateverItsLength(t *testing.T) {
	cases := map[string]string{
		"1e2000000000":             "it is larger",
		"-1e2000000000":            "it is larger",
		"1e-2000000000":            "it has a fraction",
		"1e99999999999":            "its exponent has more than 32 bits",
		"0.0e-2147483648":          "its exponent has more than 32 bits",
		"9223372036854775808":      "it is larger",
		"9007199254740993.0000001": "it has a fraction",
		strings.Repeat("7", 1001):  "its text is too long",
	}
	for number, problem := range cases {
		_, err := events.Read(events.TypeBobRefundRequestedV1,
			[]byte(strings.Replace(canonical, `"amountMinor":510`, `"amountMinor":`+number, 1)))
		if expected := "lines[1].amountMinor: must be a whole number of 64 bits, but " + problem; err == nil || err.Error() != expected {
			t.Errorf("expected %s, but it is %v", expected, err)
		}
	}
}

func TestAnEventKnowsItsTypeAndKey(t *testing.T) {
	var event events.Event = requested()
	eventType := event.EventType()
	if eventType != events.TypeBobRefundRequestedV1 || eventType.Version() != 1 || eventType.Topic() != events.TopicBobRefundV1 ||
		eventType.KeyProperty() != "orderId" || eventType.Title() != "Refund requested" || event.Key() != "order-1" {
		t.Errorf("expected what the specs say of a request, but it is %v", eventType)
	}
	if eventType.Path() != "/event-types/bob.refund-requested.v1/events" {
		t.Errorf("expected the path of the gateway, but it is %s", eventType.Path())
	}
	unknown := events.EventType("bob.unheard-of.v1")
	if unknown.Version() != 0 || unknown.Topic() != "" {
		t.Error("expected nothing to be known of an unknown type, but there is")
	}
	if _, err := events.Read(unknown, []byte("{}")); err == nil ||
		err.Error() != "the event: must be of a type that has a spec, but there is no 'bob.unheard-of.v1'" {
		t.Errorf("expected an unknown type to be refused, but it is %v", err)
	}
}

func TestPersonalDataIsNotPrinted(t *testing.T) {
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		if printed := fmt.Sprintf(format, requested()); strings.Contains(printed, "ann@") {
			t.Errorf("expected %s to keep the person's data, but it is %s", format, printed)
		}
	}
}

func TestABatchIsWhatTheGatewayTakes(t *testing.T) {
	envelope := events.Envelope{ID: "e-1", OccurredAt: noon.Add(time.Microsecond), Event: requested(),
		FlowID: "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"}
	batch, err := events.Batch(envelope, events.Envelope{ID: "e-2", OccurredAt: noon, Event: requested()})
	expected := `[{"metadata":{"eid":"e-1","occurred_at":"2026-01-31T12:00:00.000001Z",` +
		`"event_type":"bob.refund-requested.v1","flow_id":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"},` +
		`"data":` + canonical + `},{"metadata":{"eid":"e-2","occurred_at":"2026-01-31T12:00:00Z",` +
		`"event_type":"bob.refund-requested.v1"},"data":` + canonical + `}]`
	if err != nil || string(batch) != expected {
		t.Errorf("expected %s, but it is %s (%v)", expected, batch, err)
	}
	item, err := json.Marshal(envelope)
	if err != nil || !json.Valid(item) {
		t.Errorf("expected an item, but it is %s (%v)", item, err)
	}
}

func TestABatchThatTheGatewayWouldRefuseIsNotMade(t *testing.T) {
	good := events.Envelope{ID: "e-1", OccurredAt: noon, Event: requested()}
	bad := requested()
	bad.Lines[1].Quantity = 0
	cases := map[string][]events.Envelope{
		"the event: must be a batch of at least one event, but is empty": {},
		"[1].metadata.eid: must match ^[\\x21-\\x7E]+$, but does not": {
			good, {ID: "e 2", OccurredAt: noon, Event: requested()}},
		"[0].metadata.flow_id: must have 55 to 55 characters, but has 2": {
			{ID: "e-1", OccurredAt: noon, FlowID: "00", Event: requested()}},
		"[0].data: must be there, but is missing": {{ID: "e-1", OccurredAt: noon}},
		"[1].data.lines[1].quantity: must be between 1 and 1000000, but is 0": {
			good, {ID: "e-2", OccurredAt: noon, Event: bad}},
		"[1]: must be a bob.refund-requested.v1 as the first is, but is a bob.refund-clarified.v1": {
			good, {ID: "e-2", OccurredAt: noon, Event: events.BobRefundClarified{
				OrderID: "order-1", RefundID: "refund-1", Country: events.CountryGB, ClarifiedAt: noon,
				Payout: events.Payout{Kind: events.PayoutKindStoreCredit}}}},
	}
	for expected, envelopes := range cases {
		if batch, err := events.Batch(envelopes...); batch != nil || err == nil || err.Error() != expected {
			t.Errorf("expected %s, but it is %s (%v)", expected, batch, err)
		}
	}
}

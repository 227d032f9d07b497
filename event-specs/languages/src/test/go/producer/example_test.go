package producer

import (
	"fmt"
	"time"

	"refundtool.io/events"
)

func Example() {
	refunded := events.PaymentMoneyRefunded{
		OrderID:        "537642",
		RefundID:       "C537642",
		Country:        events.CountryGB,
		Part:           1,
		IdempotencyKey: "C537642/1",
		TransactionID:  "tx-7781",
		Currency:       events.CurrencyCodeGBP,
		AmountMinor:    1999,
		RefundedAt:     time.Date(2026, time.January, 31, 12, 0, 0, 0, time.UTC),
	}

	body, err := events.Batch(events.Envelope{ID: "pay-7781", OccurredAt: refunded.RefundedAt, Event: refunded})
	if err != nil {
		fmt.Println(err) // such as "[0].data.amountMinor: must be between 1 and 1000000000000000, but is 0"
		return
	}

	// http.Post(gateway+refunded.EventType().Path(), "application/json", bytes.NewReader(body))
	fmt.Println(refunded.EventType().Path())
	fmt.Println(string(body))

	// Output:
	// /event-types/payment.money-refunded.v1/events
	// [{"metadata":{"eid":"pay-7781","occurred_at":"2026-01-31T12:00:00Z","event_type":"payment.money-refunded.v1"},"data":{"orderId":"537642","refundId":"C537642","country":"GB","part":1,"idempotencyKey":"C537642/1","transactionId":"tx-7781","currency":"GBP","amountMinor":1999,"refundedAt":"2026-01-31T12:00:00Z"}}]
}

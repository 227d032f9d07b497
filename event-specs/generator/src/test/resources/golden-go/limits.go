// Code generated from common/types.v1.yaml. DO NOT EDIT.

package events

// An order's id. 1 to 64 characters.
var limitOfOrderId = newTextLimit(1, 64, `^[A-Za-z0-9][A-Za-z0-9._:-]*$`)

// A refund's id. 1 to 64 characters.
var limitOfRefundId = newTextLimit(1, 64, `^[A-Za-z0-9-]+$`)

// A weight in grams. 0 to 9,223,372,036,854,775,807.
var limitOfGrams = numberLimit{0, 9223372036854775807}

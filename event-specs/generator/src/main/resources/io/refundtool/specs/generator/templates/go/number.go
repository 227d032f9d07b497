package events

import (
	"strconv"
	"strings"
)

const (
	maxNumberLength = 1000
	maxInt64Digits  = 19
)

// wholeNumber reads a JSON number exactly. A number such as 1.0 or 1e2 is whole, as it is in JSON Schema. The second
// result is what is wrong with the number, or empty.
func wholeNumber(literal string) (int64, string) {
	if len(literal) > maxNumberLength {
		return 0, "its text is too long"
	}
	digits, scale, ok := decimal(strings.TrimPrefix(literal, "-"))
	switch {
	case !ok:
		return 0, "its exponent has more than 32 bits"
	case digits == "":
		return 0, ""
	case scale > 0:
		return 0, "it has a fraction"
	case int64(len(digits))-scale > maxInt64Digits:
		return 0, "it is larger"
	}
	digits += strings.Repeat("0", int(-scale))
	if strings.HasPrefix(literal, "-") {
		digits = "-" + digits
	}
	whole, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, "it is larger"
	}
	return whole, ""
}

// decimal says a number without a sign as its digits, with no zeros around them, and how many of them are behind the point.
func decimal(literal string) (digits string, scale int64, ok bool) {
	exponent := int64(0)
	if at := strings.IndexAny(literal, "eE"); at >= 0 {
		parsed, err := strconv.ParseInt(literal[at+1:], 10, 32)
		if err != nil {
			return "", 0, false
		}
		literal, exponent = literal[:at], parsed
	}
	whole, fraction, _ := strings.Cut(literal, ".")
	scale = int64(len(fraction)) - exponent
	if scale != int64(int32(scale)) {
		return "", 0, false
	}
	digits = strings.TrimLeft(whole+fraction, "0")
	shortest := strings.TrimRight(digits, "0")
	return shortest, scale - int64(len(digits)-len(shortest)), true
}

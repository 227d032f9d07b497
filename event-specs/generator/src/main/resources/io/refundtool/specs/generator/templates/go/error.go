package events

import (
	"fmt"
	"strings"
)

// InvalidEventError says that a value is not what the spec of its event allows. It never quotes a text of the event, since
// that may be personal data; it quotes numbers and what stands in place of an enum's value.
type InvalidEventError struct {
	// Path is where, such as order.lines[3].sku; empty for the event as a whole.
	Path string

	// Problem is what is expected and what is there instead, such as "must be there, but is missing".
	Problem string
}

// Error is a line such as "lines[2].quantity: must be between 1 and 1000000, but is 0".
func (e *InvalidEventError) Error() string {
	if e.Path == "" {
		return "the event: " + e.Problem
	}
	return e.Path + ": " + e.Problem
}

func invalid(path, format string, arguments ...any) *InvalidEventError {
	return &InvalidEventError{Path: path, Problem: fmt.Sprintf(format, arguments...)}
}

// index is the path of an element of a list.
func index(list string, i int) string {
	return fmt.Sprintf("%s[%d]", list, i)
}

// shown is a text as it may stand in a log: cut, and without anything that could look like a line of its own.
func shown(text string, maxLength int) string {
	cut := ""
	if runes := []rune(text); len(runes) > maxLength {
		text, cut = string(runes[:maxLength]), "…"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, text) + cut
}

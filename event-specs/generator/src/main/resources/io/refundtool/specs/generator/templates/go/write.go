package events

import (
	"fmt"
	"strconv"
	"time"
)

// writer writes JSON: properties in the order in which they come, no white space.
type writer struct {
	bytes []byte
	comma bool
}

func (w *writer) separate() {
	if w.comma {
		w.bytes = append(w.bytes, ',')
	}
	w.comma = true
}

func (w *writer) open(bracket byte) {
	w.separate()
	w.bytes = append(w.bytes, bracket)
	w.comma = false
}

func (w *writer) close(bracket byte) {
	w.bytes = append(w.bytes, bracket)
	w.comma = true
}

// name writes the name of the property whose value comes next.
func (w *writer) name(name string) *writer {
	w.string(name)
	w.bytes = append(w.bytes, ':')
	w.comma = false
	return w
}

func (w *writer) string(text string) {
	w.separate()
	w.bytes = append(w.bytes, '"')
	for i := 0; i < len(text); i++ {
		w.character(text[i])
	}
	w.bytes = append(w.bytes, '"')
}

func (w *writer) character(c byte) {
	const short = "\b\f\n\r\t"
	switch {
	case c == '"' || c == '\\':
		w.bytes = append(w.bytes, '\\', c)
	case c >= ' ':
		w.bytes = append(w.bytes, c)
	default:
		for i, letter := range []byte("bfnrt") {
			if short[i] == c {
				w.bytes = append(w.bytes, '\\', letter)
				return
			}
		}
		w.bytes = append(w.bytes, fmt.Sprintf("\\u%04X", c)...)
	}
}

func (w *writer) number(number int64) {
	w.separate()
	w.bytes = strconv.AppendInt(w.bytes, number, 10)
}

// time writes a time in its shortest form of 0, 3 or 6 digits of a second.
func (w *writer) time(at time.Time) {
	form := "2006-01-02T15:04:05Z"
	switch nanos := at.Nanosecond(); {
	case nanos%1_000_000 != 0:
		form = "2006-01-02T15:04:05.000000Z"
	case nanos != 0:
		form = "2006-01-02T15:04:05.000Z"
	}
	w.string(at.UTC().Format(form))
}

package events

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode/utf8"
)

const (
	maxShownValues = 16
	maxShownLength = 40
)

// textLimit is how long a text may be, in code points, and what the whole of it may consist of.
type textLimit struct {
	min, max int
	pattern  *regexp.Regexp
}

func newTextLimit(min, max int, pattern string) textLimit {
	return textLimit{min, max, regexp.MustCompile(pattern)}
}

// numberLimit has the bounds of a whole number, both inclusive.
type numberLimit struct {
	min, max int64
}

// choices are the texts of an enum.
type choices struct {
	values      map[string]bool
	expectation string
}

func newChoices(name string, values ...string) choices {
	set := make(map[string]bool, len(values))
	for _, value := range values {
		set[value] = true
	}
	if len(values) > maxShownValues {
		return choices{set, fmt.Sprintf("one of the %d values of %s", len(values), name)}
	}
	sort.Strings(values)
	return choices{set, "one of " + strings.Join(values, ", ")}
}

// checker keeps the first thing that it finds.
type checker struct {
	found *InvalidEventError
}

func (c *checker) report(path, format string, arguments ...any) {
	if c.found == nil {
		c.found = invalid(path, format, arguments...)
	}
}

func (c *checker) text(path, text string, limit textLimit) {
	length := utf8.RuneCountInString(text)
	switch {
	case !utf8.ValidString(text):
		c.report(path, "must be UTF-8, but is not")
	case length < limit.min || length > limit.max:
		c.report(path, "must have %d to %d characters, but has %d", limit.min, limit.max, length)
	case !limit.pattern.MatchString(text):
		c.report(path, "must match %s, but does not", limit.pattern)
	}
}

func (c *checker) number(path string, number int64, limit numberLimit) {
	if number < limit.min || number > limit.max {
		c.report(path, "must be between %d and %d, but is %d", limit.min, limit.max, number)
	}
}

func (c *checker) choice(path, text string, choices choices) {
	if !choices.values[text] {
		c.report(path, "must be %s, but is '%s'", choices.expectation, shown(text, maxShownLength))
	}
}

func (c *checker) time(path string, at time.Time) {
	if year := at.UTC().Year(); year < 1000 || year > 2999 {
		c.report(path, "must be a time of the years 1000 to 2999, but is one of the year %d", year)
	}
	if at.Nanosecond()%1000 != 0 {
		c.report(path, "must have at most microseconds, but has nanoseconds")
	}
}

func (c *checker) size(path string, size, min, max int) {
	if size < min || size > max {
		c.report(path, "must have %d to %d items, but has %d", min, max, size)
	}
}

// record checks what stands at a path by its own checks, whose paths begin there.
func (c *checker) record(path string, check func(c *checker)) {
	if c.found != nil {
		return
	}
	check(c)
	if c.found != nil {
		c.found.Path = path + "." + c.found.Path
	}
}

// element is record for an element of a list.
func (c *checker) element(list string, i int, check func(c *checker)) {
	if c.found != nil {
		return
	}
	check(c)
	if c.found != nil {
		c.found.Path = index(list, i) + "." + c.found.Path
	}
}

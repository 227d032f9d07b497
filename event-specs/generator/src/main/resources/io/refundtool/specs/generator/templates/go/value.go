package events

import (
	"regexp"
	"time"
)

var timeForm = regexp.MustCompile(
	`^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z$`)

func (v *value) expect(kind kind) {
	if v.kind != kind {
		panic(invalid(v.path(), "must be %s, but is %s", kind, v.kind))
	}
}

// object expects an object with no other properties than these, or with any if it is not read strictly.
func (v *value) object(names ...string) *value {
	v.expect(object)
	if v.strict {
		for _, child := range v.children {
			if !contains(names, child.name) {
				panic(invalid(child.path(), "must be a property of the spec, but the spec has none of this name"))
			}
		}
	}
	return v
}

func contains(names []string, name string) bool {
	for _, known := range names {
		if known == name {
			return true
		}
	}
	return false
}

func (v *value) find(name string) *value {
	for i, found := range v.names {
		if found == name {
			return v.children[i]
		}
	}
	return nil
}

func (v *value) required(name string) *value {
	found := v.find(name)
	if found == nil {
		absent := &value{parent: v, name: name}
		panic(invalid(absent.path(), "must be there, but is missing"))
	}
	return found
}

func (v *value) string() string {
	v.expect(text)
	if v.broken {
		panic(invalid(v.path(), "must be Unicode, but has half a surrogate pair"))
	}
	return v.text
}

func (v *value) time() time.Time {
	at, err := time.Parse(time.RFC3339Nano, v.string())
	if err != nil || !timeForm.MatchString(v.text) {
		panic(invalid(v.path(),
			"must be a time in UTC with at most microseconds such as 2026-01-31T12:00:00Z, but is not"))
	}
	return at
}

func (v *value) int64() int64 {
	v.expect(number)
	whole, problem := wholeNumber(v.text)
	if problem != "" {
		panic(invalid(v.path(), "must be a whole number of 64 bits, but %s", problem))
	}
	return whole
}

func choice[T ~string](v *value) T {
	return T(v.string())
}

func optional[T any](v *value, name string, read func(v *value) T) *T {
	found := v.find(name)
	if found == nil {
		return nil
	}
	return Ptr(read(found))
}

func list[T any](v *value, read func(v *value) T) []T {
	v.expect(array)
	elements := make([]T, len(v.children))
	for i, child := range v.children {
		elements[i] = read(child)
	}
	return elements
}

func optionalList[T any](v *value, name string, read func(v *value) T) []T {
	found := v.find(name)
	if found == nil {
		return nil
	}
	return list(found, read)
}

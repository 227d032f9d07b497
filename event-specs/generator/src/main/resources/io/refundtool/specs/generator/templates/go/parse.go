package events

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// Events are about five levels deep; the rest is for properties of later versions.
const maxDepth = 32

const maxShownName = 64

type kind string

const (
	object  kind = "an object"
	array   kind = "a list"
	text    kind = "a text"
	number  kind = "a number"
	boolean kind = "a boolean"
	null    kind = "null"
)

// value is a place of a JSON document. Its text is what a string says, or a number as it is written.
type value struct {
	kind     kind
	text     string
	broken   bool // has half a surrogate pair, which no text can have
	names    []string
	children []*value

	parent *value
	name   string
	index  int
	strict bool
}

// path is where the value stands, such as order.lines[3].
func (v *value) path() string {
	switch {
	case v.parent == nil:
		return ""
	case v.parent.kind == array:
		return index(v.parent.path(), v.index)
	case v.parent.parent == nil:
		return shown(v.name, maxShownName)
	default:
		return v.parent.path() + "." + shown(v.name, maxShownName)
	}
}

type parser struct {
	data    []byte
	decoder *json.Decoder
}

// parse reads one JSON value in UTF-8. Unlike encoding/json it refuses bytes that are not UTF-8, halves of surrogate
// pairs and properties that are there twice. It panics with an *InvalidEventError.
func parse(data []byte, strict bool) *value {
	if !utf8.Valid(data) {
		panic(invalid("", "must be JSON in UTF-8, but its bytes are not UTF-8"))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	p := &parser{data, json.NewDecoder(bytes.NewReader(data))}
	p.decoder.UseNumber()
	root := &value{strict: strict}
	p.fill(root, 0)
	if _, err := p.decoder.Token(); !errors.Is(err, io.EOF) {
		panic(invalid("", "must be one JSON value, but more follows it"))
	}
	return root
}

func (p *parser) fill(v *value, depth int) {
	start := p.decoder.InputOffset()
	switch token := p.next(v).(type) {
	case json.Delim:
		if depth == maxDepth {
			panic(invalid(v.path(), "must be JSON, but goes beyond %d levels", maxDepth))
		}
		if token == '{' {
			v.kind = object
			p.object(v, depth)
		} else {
			v.kind = array
			p.array(v, depth)
		}
	case string:
		v.kind, v.text, v.broken = text, token, hasLoneSurrogate(p.data[start:p.decoder.InputOffset()])
	case json.Number:
		v.kind, v.text = number, token.String()
	case bool:
		v.kind = boolean
	default:
		v.kind = null
	}
}

func (p *parser) object(v *value, depth int) {
	seen := make(map[string]bool)
	for p.decoder.More() {
		name, _ := p.next(v).(string) // the decoder refuses any other name
		child := &value{parent: v, name: name, strict: v.strict}
		if seen[name] {
			panic(invalid(child.path(), "must be JSON, but is there twice"))
		}
		seen[name] = true
		p.fill(child, depth+1)
		v.names = append(v.names, name)
		v.children = append(v.children, child)
	}
	p.next(v)
}

func (p *parser) array(v *value, depth int) {
	for p.decoder.More() {
		child := &value{parent: v, index: len(v.children), strict: v.strict}
		p.fill(child, depth+1)
		v.children = append(v.children, child)
	}
	p.next(v)
}

func (p *parser) next(v *value) json.Token {
	token, err := p.decoder.Token()
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		panic(invalid(v.path(), "must be JSON, but breaks off"))
	case err != nil:
		panic(invalid(v.path(), "must be JSON, but is broken"))
	}
	return token
}

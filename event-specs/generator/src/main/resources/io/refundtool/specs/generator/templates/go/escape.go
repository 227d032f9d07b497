package events

import "regexp"

// One escape at a time, so that an escaped backslash before a "u" is none; a whole pair is one.
var escape = regexp.MustCompile(
	`\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.`)

func hasLoneSurrogate(literal []byte) bool {
	for _, found := range escape.FindAll(literal, -1) {
		const lone, first, second = len(`\ud800`), len(`\u`), len(`\ud`)
		if len(found) == lone && (found[first]|0x20) == 'd' && found[second] >= '8' {
			return true
		}
	}
	return false
}

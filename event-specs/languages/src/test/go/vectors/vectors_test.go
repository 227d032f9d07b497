// Package vectors reads the test vectors that the code of every language is tested with. It names no type of event, so
// that it tests the code of any specs.
package vectors

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"refundtool.io/events"
)

var (
	variation = regexp.MustCompile(`~[^/]*\.json$`)
	path      = regexp.MustCompile(`@(.*)\.json$`)
)

// directory is where a directory of each type of event is.
func directory(t *testing.T) string {
	t.Helper()
	directory := os.Getenv("VECTORS")
	if directory == "" {
		t.Fatal("Expected VECTORS to name the directory of the vectors, but it is empty")
	}
	return directory
}

// vectors are the files of a directory by their names, which say nothing of whether they are packed.
func vectors(t *testing.T, eventType events.EventType, verdict string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(directory(t), string(eventType), verdict, "*.json*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("Expected %s vectors of %s, but there are none", verdict, eventType)
	}
	found := make(map[string][]byte)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, ".gz") {
			data = unpack(t, data)
		}
		found[strings.TrimSuffix(filepath.Base(file), ".gz")] = data
	}
	return found
}

func unpack(t *testing.T, packed []byte) []byte {
	t.Helper()
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if _, err := data.ReadFrom(reader); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestEveryTypeHasVectorsAndEveryVectorAType(t *testing.T) {
	known := make(map[string]bool)
	for _, eventType := range events.EventTypes() {
		known[string(eventType)] = true
	}
	entries, err := os.ReadDir(directory(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() && !known[entry.Name()] {
			t.Errorf("Expected %s to be a type of event, but there is none of this name", entry.Name())
		}
	}
	if len(known) == 0 {
		t.Error("Expected types of events, but there are none")
	}
}

func TestValidVectorsAreReadAndWritten(t *testing.T) {
	for _, eventType := range events.EventTypes() {
		valid := vectors(t, eventType, "valid")
		for name, data := range valid {
			event, err := events.ReadStrictly(eventType, data)
			if err != nil {
				t.Errorf("%s/%s: %v", eventType, name, err)
				continue
			}
			canonical := valid[variation.ReplaceAllString(name, ".json")]
			written, err := events.Write(event)
			if err != nil || !bytes.Equal(written, canonical) {
				t.Errorf("%s/%s: expected %s, but wrote %s (%v)", eventType, name, canonical, written, err)
			}
			if event.EventType() != eventType {
				t.Errorf("%s/%s: read a %s", eventType, name, event.EventType())
			}
			if !bytes.Contains(canonical, []byte(`"`+eventType.KeyProperty()+`":"`+event.Key()+`"`)) {
				t.Errorf("%s/%s: has the key %s", eventType, name, event.Key())
			}
		}
	}
}

// The standard library may escape more, but what it writes is read as the same event.
func TestValidVectorsGoThroughTheStandardLibrary(t *testing.T) {
	for _, eventType := range events.EventTypes() {
		for name, data := range vectors(t, eventType, "valid") {
			event, err := events.Read(eventType, data)
			if err != nil {
				t.Fatalf("%s/%s: %v", eventType, name, err)
			}
			written, _ := events.Write(event)
			marshalled, err := json.Marshal(event)
			if err != nil {
				t.Fatalf("%s/%s: %v", eventType, name, err)
			}
			again, err := events.ReadStrictly(eventType, marshalled)
			if err != nil {
				t.Fatalf("%s/%s: %v", eventType, name, err)
			}
			if rewritten, _ := events.Write(again); !bytes.Equal(rewritten, written) {
				t.Errorf("%s/%s: expected %s, but it became %s", eventType, name, written, rewritten)
			}
		}
	}
}

func TestInvalidVectorsAreRefusedWhereTheyAreWrong(t *testing.T) {
	for _, eventType := range events.EventTypes() {
		for name, data := range vectors(t, eventType, "invalid") {
			event, err := events.ReadStrictly(eventType, data)
			var invalid *events.InvalidEventError
			if event != nil || !errors.As(err, &invalid) {
				t.Errorf("%s/%s: expected a refusal, but it is %v", eventType, name, err)
				continue
			}
			if expected := path.FindStringSubmatch(name); expected != nil && invalid.Path != expected[1] {
				t.Errorf("%s/%s: expected the path, but it says %v", eventType, name, err)
			}
		}
	}
}

func TestReadersSkipWhatALaterEditionMayHave(t *testing.T) {
	for _, eventType := range events.EventTypes() {
		for name, data := range vectors(t, eventType, "invalid") {
			_, err := events.Read(eventType, data)
			if skips := strings.HasPrefix(name, "property-is-unknown@"); skips != (err == nil) {
				t.Errorf("%s/%s: read with %v", eventType, name, err)
			}
		}
	}
}

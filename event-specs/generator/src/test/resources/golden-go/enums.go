// Code generated from common/types.v1.yaml. DO NOT EDIT.

package events

// Country is one of a few texts.
//
// A country.
type Country string

// What a Country can be.
const (
	CountryDE Country = "DE"
	CountryFR Country = "FR"
	CountryNO Country = "NO"
)

var valuesOfCountry = newChoices("Country",
	string(CountryDE),
	string(CountryFR),
	string(CountryNO),
)

// Valid says whether it is one of the constants.
func (e Country) Valid() bool {
	return valuesOfCountry.values[string(e)]
}

// Kind is one of a few texts.
//
// A kind of parcel.
type Kind string

// What a Kind can be.
const (
	KindLetter Kind = "letter"
	KindBigBox Kind = "big-box"
)

var valuesOfKind = newChoices("Kind",
	string(KindLetter),
	string(KindBigBox),
)

// Valid says whether it is one of the constants.
func (e Kind) Valid() bool {
	return valuesOfKind.values[string(e)]
}

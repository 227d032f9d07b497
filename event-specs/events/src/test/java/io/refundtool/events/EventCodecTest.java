package io.refundtool.events;

import static io.refundtool.events.EventType.BOB_REFUND_REQUESTED_V1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.refundtool.events.json.JsonStreams;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class EventCodecTest {

    private static final byte[] LANTERN = "LANTERN".getBytes(StandardCharsets.UTF_8);

    @Test
    void shouldWriteAnEventInTheOrderOfItsSpecAndLeaveOutWhatIsAbsent() {
        // when
        String json = Samples.json();
        // then
        assertThat(json)
                .startsWith("{\"orderId\":\"order-1\",\"refundId\":\"refund-1\",\"country\":\"GB\",\"requestedAt\":"
                        + "\"2026-01-31T12:00:00Z\",\"reason\":\"too small\",\"order\":{\"orderedAt\":")
                .doesNotContain("payout", "null", "markCode")
                .endsWith("{\"lineId\":\"line-2\",\"quantity\":2,\"amountMinor\":510}]}");
    }

    @Test
    void shouldReadWhatItWrote() {
        assertThat(EventCodec.read(BOB_REFUND_REQUESTED_V1, EventCodec.write(Samples.refundRequested())))
                .isEqualTo(Samples.refundRequested());
    }

    @Test
    void shouldReadPropertiesInAnyOrderAndTimesInAnyLengthAndWriteThemTheOneWay() {
        // given
        String json = "{\"country\":\"GB\", \"requestedAt\":\"2026-01-31T12:00:00.5Z\","
                + Samples.json()
                        .substring(1)
                        .replace("\"country\":\"GB\",\"requestedAt\":\"2026-01-31T12:00:00Z\",", "");
        // when
        Event event = EventCodec.readStrictly(BOB_REFUND_REQUESTED_V1, bytes(json));
        // then
        assertThat(EventCodec.write(event)).isEqualTo(bytes(Samples.json().replaceFirst("12:00:00Z", "12:00:00.500Z")));
    }

    @Test
    void shouldSkipAPropertyOfALaterEdition() {
        // given
        String json =
                with("\"orderId\"", "\"giftWrap\":{\"paper\":[[\"red\"],{\"width\":1e3}],\"note\":null},\"orderId\"");
        // when
        Event event = EventCodec.read(BOB_REFUND_REQUESTED_V1, bytes(json));
        // then
        assertThat(event).isEqualTo(Samples.refundRequested());
    }

    @Test
    void shouldRefuseAPropertyOfNoSpecWhenStrict() {
        // given
        String json = with("\"sku\":\"85123A\"", "\"sku\":\"85123A\",\"colour\":\"red\"");
        // when
        InvalidEventException refusal = refusalOf(json);
        // then
        assertThat(refusal.path()).isEqualTo("order.lines[0].colour");
    }

    @Test
    void shouldReadAnEventWithinADocumentAndStandBehindItThoughItIsRefused() {
        // given
        String broken = with("\"sku\":\"85123A\"", "\"colour\":[[1],{}],\"sku\":\"85123A\"");
        byte[] document = bytes("[{\"data\":" + broken + "},{\"data\":" + Samples.json() + "}]");
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
            // when
            toDataOfNextItem(parser);
            InvalidEventException refusal = catchThrowableOfType(
                    InvalidEventException.class, () -> JsonStreams.readWithin(parser, BOB_REFUND_REQUESTED_V1));
            long end = parser.currentLocation().getByteOffset();
            toDataOfNextItem(parser);
            Event good = JsonStreams.readWithin(parser, BOB_REFUND_REQUESTED_V1);
            // then
            assertThat(refusal.path()).isEqualTo("order.lines[0].colour");
            assertThat(end).isEqualTo("[{\"data\":".length() + (long) broken.length());
            assertThat(good).isEqualTo(Samples.refundRequested());
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
        }
    }

    private static void toDataOfNextItem(JsonParser parser) {
        while (!"data".equals(parser.nextName())) {
            assertThat(parser.currentToken()).isNotNull();
        }
        parser.nextToken();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"orderId\":\"order-1\"| \"orderId\":7 | orderId | be a text, but it is a number",
                "\"orderId\":\"order-1\"| \"orderId\":null | orderId | be a text, but it is null",
                "\"orderId\":\"order-1\",| ``| orderId | be there, but it is missing",
                "\"orderId\":\"order-1\"| \"orderId\":\"order 1\" | orderId | match ^[A-Za-z0-9][A-Za-z0-9._:-]*$, but it does not",
                "\"reason\":\"too small\"| \"reason\":null | reason | be a text, but it is null",
                "\"country\":\"GB\"| \"country\":\"XY\" | country | be one of the 251 values of Country, but it is 'XY'",
                "\"tender\":\"card\"| \"tender\":\"shells\" | order.payments[0].tender | be one of bank-transfer, card, "
                        + "cash-on-delivery, gift-card, sbp, wallet, but it is 'shells'",
                "\"currency\":\"GBP\",| ``| order.currency | be there, but it is missing",
                "\"quantity\":2| \"quantity\":0 | lines[1].quantity | be between 1 and 1000000, but it is 0",
                "\"quantity\":2| \"quantity\":2.5 | lines[1].quantity | be a whole number of 64 bits, but it has a fraction or is larger",
                "\"quantity\":2| \"quantity\":\"2\" | lines[1].quantity | be a whole number, but it is a text",
                "\"quantity\":2| \"quantity\":4294967298 | lines[1].quantity | be a number of 32 bits, but it is 4294967298",
                "\"quantity\":2| \"quantity\":9223372036854775808 | lines[1].quantity | be a number of 64 bits, but it is larger",
                "\"quantity\":2| \"quantity\":1e400 | lines[1].quantity | be a number of 64 bits, but it is larger",
                "\"quantity\":2| \"quantity\":1e-400 | lines[1].quantity | be a whole number of 64 bits, but it has a fraction or is larger",
                "\"email\":\"ann@example.org\"| \"email\":\"nobody\" | order.customer.email | match "
                        + "^[^\\p{Z}@<>,;\\p{Cc}\\p{Cs}]+@[^\\p{Z}@<>,;\\p{Cc}\\p{Cs}]+$, but it does not",
            })
    void shouldSayWhereAnEventIsInvalidAndWhy(String part, String replacement, String path, String reason) {
        // when
        InvalidEventException refusal = refusalOf(with(part, replacement));
        // then
        assertThat(refusal).hasMessage("Expected " + path + " to " + reason);
        assertThat(refusal.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{",
                "{\"orderId\"",
                "{\"orderId\":\"order-1",
                "nonsense",
                "{'orderId':1}",
                "{\"orderId\":NaN}",
                "// none",
                "{}",
                "{\"orderId\":\"order-1\",}"
            })
    void shouldRefuseWhatIsNoEventAtAll(String json) {
        assertThat(refusalOf(json)).hasMessageStartingWith("Expected ").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", ",", "}", "null", "\0"})
    void shouldRefuseWhatFollowsAnEvent(String more) {
        assertThat(refusalOf(Samples.json() + " " + more)).hasMessageStartingWith("Expected the event to be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"orderId\"; \"orderId\":\"other\",\"orderId\"; orderId",
                "\"tender\"; \"tender\":\"cash-on-delivery\",\"tender\"; order.payments[0].tender",
                "\"orderId\"; \"unheardOf\":{\"a\":1,\"b\":2,\"a\":3},\"orderId\"; unheardOf.a",
            })
    void shouldRefuseAPropertyThatIsThereTwice(String part, String replacement, String path) {
        // when
        InvalidEventException refusal = catchThrowableOfType(
                InvalidEventException.class,
                () -> EventCodec.read(BOB_REFUND_REQUESTED_V1, bytes(with(part, replacement))));
        // then
        assertThat(refusal).hasMessageStartingWith("Expected " + path + " to be JSON, but it is there twice at line 1");
    }

    @Test
    void shouldRefuseWhatIsNestedTooDeeplyEvenWhereItWouldBeSkipped() {
        // given
        int depth = 100_000;
        String json = with("\"orderId\"", "\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"orderId\"");
        // when
        InvalidEventException refusal = catchThrowableOfType(
                InvalidEventException.class, () -> EventCodec.read(BOB_REFUND_REQUESTED_V1, bytes(json)));
        // then
        assertThat(refusal).hasMessageContaining("it goes beyond the limits of depth or length");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 999, 100_000})
    void shouldRefuseANumberOfAnyLength(int digits) {
        for (String number : new String[] {"9".repeat(digits), "-" + "9".repeat(digits), "1e" + "9".repeat(digits)}) {
            assertThat(refusalOf(with("\"quantity\":2", "\"quantity\":" + number)))
                    .hasMessageStartingWith("Expected ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C080", "EDA080", "EDB080", "F4908080", "FF", "C3", "E28228", "80"})
    void shouldRefuseBytesThatAreNotUtf8(String hex) {
        // given
        byte[] broken = HexFormat.of().parseHex(hex);
        byte[] event = bytes(Samples.json());
        int at = indexOf(event, LANTERN);
        System.arraycopy(broken, 0, event, at, broken.length);
        // when
        InvalidEventException refusal = refusalOf(event);
        // then
        assertThat(refusal).hasMessage("Expected the event to be JSON in UTF-8, but its bytes are not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void shouldRefuseAnotherEncoding(String charset) {
        assertThat(refusalOf(Samples.json().getBytes(Charset.forName(charset))))
                .hasMessageStartingWith("Expected the event to be JSON in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00", "\\udc00\\ud800", "\\n", "\\u0085", "\u0085"})
    void shouldRefuseCharactersThatCannotBeStored(String character) {
        assertThat(refusalOf(with("LANTERN", "LAN" + character + "TERN")).path())
                .isEqualTo("order.lines[0].name");
    }

    @Test
    void shouldReadAnEscapedSurrogatePairAsOneCharacter() {
        // given
        String json = Samples.json().replace("LANTERN", "\\ud83d\\ude42".repeat(255));
        // when
        byte[] written = EventCodec.write(EventCodec.readStrictly(BOB_REFUND_REQUESTED_V1, bytes(json)));
        // then
        assertThat(written).isEqualTo(bytes(Samples.json().replace("LANTERN", "🙂".repeat(255))));
    }

    @Test
    void shouldNotQuoteWhatMayBePersonalOrLookLikeALineOfALog() {
        // when
        String email = String.valueOf(
                refusalOf(with("ann@example.org", "ann example org")).getMessage());
        String name = String.valueOf(refusalOf(with("\"orderId\"", "\"a\\nb" + "c".repeat(1_000) + "\":1,\"orderId\""))
                .getMessage());
        String code = String.valueOf(
                refusalOf(with("\"GB\"", "\"G\\nB" + "C".repeat(1_000) + "\"")).getMessage());
        String broken = String.valueOf(
                refusalOf(with("\"ann@example.org\"", "ann@example.org")).getMessage());
        // then
        assertThat(email).doesNotContain("ann");
        assertThat(broken).doesNotContain("ann");
        assertThat(name).doesNotContain("\n").hasSizeLessThan(200);
        assertThat(code).doesNotContain("\n").hasSizeLessThan(200);
        assertThat(Samples.refundRequested().toString()).doesNotContain("ann");
    }

    private static InvalidEventException refusalOf(String json) {
        return refusalOf(bytes(json));
    }

    private static InvalidEventException refusalOf(byte[] json) {
        InvalidEventException refusal = catchThrowableOfType(
                InvalidEventException.class, () -> EventCodec.readStrictly(BOB_REFUND_REQUESTED_V1, json));
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }

    /** The sample with the first such part replaced. */
    private static String with(String part, String replacement) {
        assertThat(Samples.json()).contains(part);
        int at = Samples.json().indexOf(part);
        return Samples.json().substring(0, at) + replacement + Samples.json().substring(at + part.length());
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

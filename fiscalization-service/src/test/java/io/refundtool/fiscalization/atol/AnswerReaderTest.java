package io.refundtool.fiscalization.atol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.fiscalization.application.Told;
import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.ErrorType;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final String PAYLOAD = """
            {"total": 1598, "fns_site": "www.nalog.gov.ru", "fn_number": "1110000100238211", "shift_number": 23,
             "receipt_datetime": "12.04.2026 20:16:00", "fiscal_receipt_number": 6, "fiscal_document_number": 133,
             "fiscal_document_attribute": 3449555941, "ecr_registration_number": "0000111118041361",
             "ofd_receipt_url": "https://ofd.example/133"}""";

    private final AnswerReader reader = new AnswerReader(ZoneId.of("Europe/Moscow"));

    @Test
    void shouldReadADoneReport() {
        // when
        Told told = reader.read(
                "{\"uuid\": \"u-1\", \"status\": \"done\", \"error\": null, \"external_id\": \"refund-m-r1\", \"payload\": "
                        + PAYLOAD + ", \"new_field\": {}}");

        // then
        assertThat(told.uuid()).isEqualTo("u-1");
        assertThat(told.externalId()).isEqualTo("refund-m-r1");
        Answer.Done done = (Answer.Done) told.answer();
        assertThat(done.document().registeredAt()).isEqualTo(Instant.parse("2026-04-12T17:16:00Z"));
        assertThat(done.document().fiscalDocumentAttribute()).isEqualTo(3_449_555_941L);
        assertThat(done.document().total()).isEqualByComparingTo("1598.00");
    }

    @Test
    void shouldKeepControlCharactersOutOfErrors() {
        // when
        Told told = reader.read("""
                {"uuid": "u-1", "status": "fail",
                 "error": {"error_id": "e\\u0000", "code": 3822, "text": "a\\u0000b\\ud800c", "type": "driver"}}""");

        // then
        Answer.Failed failed = (Answer.Failed) told.answer();
        assertThat(failed.error().type()).isEqualTo(ErrorType.DRIVER);
        assertThat(failed.error().errorId()).isEqualTo("e ");
        assertThat(failed.error().text()).startsWith("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"uuid\": \"u-1\"}",
                "{\"uuid\": \"../getToken\", \"status\": \"fail\"}",
                "{\"uuid\": \"u-1\", \"status\": \"perhaps\"}",
                "{\"uuid\": \"u-1\", \"status\": \"done\"}",
                "{\"uuid\": \"u-1\", \"status\": \"done\", \"payload\": {\"total\": 10}}",
                "{\"uuid\": \"u-1\", \"status\": \"done\", \"payload\": {\"total\": 1e999999999}}",
                "{\"uuid\": \"u-1\", \"status\": \"done\", \"payload\": {\"total\": \"ten\"}}",
            })
    void shouldRefuseWhatIsNoReport(String body) {
        // when // then
        assertThatThrownBy(() -> reader.read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fiscal_receipt_number\": 6|\"fiscal_receipt_number\": -6",
                "\"fiscal_document_number\": 133|\"fiscal_document_number\": 99999999999999999999",
                "12.04.2026 20:16:00|2026-04-12",
                "\"1110000100238211\"|\"11100001002382110000000000000000000000\"",
                "\"1110000100238211\"|\"\"",
            })
    void shouldRefuseADocumentThatTheLedgerCannotHold(String change) {
        // given
        String[] fromTo = change.split("\\|", -1);
        String payload = PAYLOAD.replace(fromTo[0], fromTo[1]);

        // when // then
        assertThatThrownBy(() -> reader.read("{\"uuid\": \"u-1\", \"status\": \"done\", \"payload\": " + payload + "}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

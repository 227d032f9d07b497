package io.refundtool.sandbox.atol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegisterRulesTest {

    static final String RECEIPT = """
            {"external_id": "refund-1", "timestamp": "01.12.2025 10:00:00",
             "service": {"callback_url": "http://localhost/callback"},
             "receipt": {
               "client": {"email": "someone@example.test"},
               "company": {"email": "shop@example.test", "sno": "osn", "inn": "7700000000", "payment_address": "shop"},
               "items": [
                 {"name": "Lamp", "price": 10.95, "quantity": 2, "sum": 21.90, "measure": 0,
                  "payment_method": "full_payment", "payment_object": 1, "vat": {"type": "vat20", "sum": 3.65}}],
               "payments": [{"type": 1, "sum": 21.90}],
               "vats": [{"type": "vat20", "sum": 3.65}],
               "total": 21.90}}
            """;

    private static final String CORRECTION = RECEIPT.replace(
            "\"receipt\": {",
            "\"correction\": {\"correction_info\": {\"type\": \"self\", \"base_date\": \"01.12.2025\"},");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void shouldTakeAReceiptThatAddsUp() throws RefusedByRegisterException {
        // when
        ReceiptRequest request = RegisterRules.check("sell_refund", json(RECEIPT));

        // then
        assertThat(request)
                .isEqualTo(new ReceiptRequest("refund-1", new BigDecimal("21.90"), "http://localhost/callback"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"total\": 21.90 | \"total\": 21.91 | total is not the sum of the items",
                "{\"type\": 1, \"sum\": 21.90} | {\"type\": 1, \"sum\": 21} | total is not the sum of the payments",
                "\"sum\": 21.90, \"measure\" | \"sum\": 21.89, \"measure\" | sum is not price x quantity",
                "\"quantity\": 2 | \"quantity\": 0 | quantity is out of range",
                "\"price\": 10.95 | \"price\": 42949672.96 | price is out of range",
                "\"price\": 10.95 | \"price\": \"10.95\" | price must be a number",
                "\"name\": \"Lamp\" | \"name\": \"\" | name must have 1 to 128 characters",
                "\"payment_object\": 1 | \"payment_object\": 28 | payment_object is unknown",
                "\"payment_method\": \"full_payment\" | \"payment_method\": \"cash\" | payment_method is unknown",
                "{\"type\": \"vat20\", \"sum\": 3.65}}] | {\"type\": \"vat21\", \"sum\": 3.65}}] | vat type is unknown",
                "\"measure\": 0, | | measure is missing",
                "\"sno\": \"osn\" | \"sno\": \"none\" | sno is unknown",
                "\"inn\": \"7700000000\" | \"inn\": \"77\" | inn is no INN",
                "\"email\": \"someone@example.test\" | | client has neither email nor phone",
            })
    void shouldRefuseWhatACashRegisterRefuses(String part, String instead, String reason) {
        // given
        String spoilt = RECEIPT.replace(part, instead == null ? "" : instead);
        assertThat(spoilt).isNotEqualTo(RECEIPT);

        // when // then
        assertThatThrownBy(() -> RegisterRules.check("sell_refund", json(spoilt)))
                .isInstanceOf(RefusedByRegisterException.class)
                .hasMessage(reason);
    }

    @Test
    void shouldTakeACorrectionThatSaysWhatItCorrects() throws RefusedByRegisterException {
        // when
        ReceiptRequest request = RegisterRules.check("sell_refund_correction", json(CORRECTION));

        // then
        assertThat(request.total()).isEqualTo(new BigDecimal("21.90"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"self\" | \"type\": \"whim\" | correction_info.type is unknown",
                "01.12.2025\"}, | \"}, | correction_info.base_date is no date",
                "\"total\": 21.90 | \"total\": 21.91 | total is not the sum of the items",
            })
    void shouldRefuseACorrectionThatDoesNot(String part, String instead, String reason) {
        // given
        String spoilt = CORRECTION.replace(part, instead);
        assertThat(spoilt).isNotEqualTo(CORRECTION);

        // when // then
        assertThatThrownBy(() -> RegisterRules.check("sell_refund_correction", json(spoilt)))
                .isInstanceOf(RefusedByRegisterException.class)
                .hasMessage(reason);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}

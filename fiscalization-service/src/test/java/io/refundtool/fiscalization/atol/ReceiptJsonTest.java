package io.refundtool.fiscalization.atol;

import static io.refundtool.fiscalization.atol.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReceiptJsonTest {
    private static final String CALLBACK = "https://refunds.example/atol/callback";
    private static final JsonNode REFUND = JsonMapper.shared().readTree("""
            {"external_id": "refund-m-1-r1", "timestamp": "01.03.2026 12:30:15",
             "service": {"callback_url": "https://refunds.example/atol/callback"},
             "receipt": {
              "client": {"email": "anna@customer.example"},
              "company": {"email": "shop@shop.example", "sno": "osn", "inn": "5544332219",
               "payment_address": "https://shop.example"},
              "items": [
               {"name": "Mug a", "price": 3.33, "quantity": 2, "measure": 0, "sum": 6.66,
                "payment_method": "full_payment", "payment_object": 1, "vat": {"type": "vat20", "sum": 1.11}},
               {"name": "Mug a", "price": 3.34, "quantity": 1, "measure": 0, "sum": 3.34,
                "payment_method": "full_payment", "payment_object": 1, "vat": {"type": "vat20", "sum": 0.56}},
               {"name": "Shoes", "price": 100.00, "quantity": 1, "measure": 0, "sum": 100.00,
                "payment_method": "full_payment", "payment_object": 1, "vat": {"type": "vat10", "sum": 9.09},
                "mark_code": {"gs1m": "0104"}, "mark_processing_mode": "0", "planned_status": 3}],
              "payments": [{"type": 1, "sum": 110.00}],
              "vats": [{"type": "vat10", "sum": 9.09}, {"type": "vat20", "sum": 1.67}],
              "total": 110.00}}""");

    @Test
    void shouldStateARefundAsTheProtocolAsksForIt() {
        // when
        JsonNode json = json(request("refund-m-1-r1"));

        // then
        assertThat(json).isEqualTo(REFUND);
    }

    @Test
    void shouldStateTheSameInACorrectionUnderItsOwnNameWithWhatItCorrects() {
        // given
        CorrectionBasis basis = CorrectionBasis.ofOurOwnAccord(LocalDate.of(2026, 3, 1));
        ObjectNode expected = ((ObjectNode) REFUND.deepCopy()).put("external_id", "correction-m-1-r1");
        ObjectNode correction = (ObjectNode) expected.remove("receipt");
        correction.putObject("correction_info").put("type", "self").put("base_date", "01.03.2026");
        expected.set("correction", correction);

        // when
        JsonNode json = json(request("correction-m-1-r1", FiscalOperation.SELL_REFUND_CORRECTION, basis));

        // then
        assertThat(json).isEqualTo(expected);
    }

    @Test
    void shouldGiveTheNumberOfAnOrderWhereThereIsOne() {
        // given
        CorrectionBasis ordered = new CorrectionBasis("instruction", LocalDate.of(2026, 3, 1), "17/2026");

        // when
        JsonNode json = json(request("correction-m-1-r1", FiscalOperation.SELL_REFUND_CORRECTION, ordered));

        // then
        assertThat(json.path("correction").path("correction_info"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"type\": \"instruction\", \"base_date\": \"01.03.2026\", \"base_number\": \"17/2026\"}"));
    }

    @Test
    void shouldStateTheSameInAReversalAndThatThePieceIsSold() {
        // given
        ObjectNode expected = ((ObjectNode) REFUND.deepCopy()).put("external_id", "reversal-m-1-r1");
        ((ObjectNode) expected.path("receipt").path("items").path(2)).put("planned_status", 1);

        // when
        JsonNode json = json(request("reversal-m-1-r1", FiscalOperation.SELL, null));

        // then
        assertThat(json).isEqualTo(expected);
    }

    private static JsonNode json(RegistrationRequest request) {
        return JsonMapper.shared()
                .readTree(AtolJson.MAPPER.writeValueAsString(
                        ReceiptJson.of(request, CALLBACK, ZoneId.of("Europe/Moscow"))));
    }
}

package io.refundtool.sandbox.atol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.sandbox.atol.AtolShop.Answer;
import io.refundtool.sandbox.faults.FaultPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AtolServerTest {

    private final AtolShop shop = new AtolShop(FaultPlan.none());

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void shouldRegisterAReceiptAndTellTheShopWhenItIsPrinted() throws Exception {
        // when
        Answer answer = shop.register("refund-1");

        // then
        assertThat(answer.http()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo("wait");
        await().atMost(AtolShop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.callbacks()).hasSize(1));
        JsonNode told = shop.callbacks().getFirst();
        assertThat(told.path("uuid").asString()).isEqualTo(answer.uuid());
        assertThat(told.path("status").asString()).isEqualTo("done");
        assertThat(told.path("payload").path("total").asDouble()).isEqualTo(21.90);
        assertThat(told.path("payload").path("fiscal_document_number").asInt()).isEqualTo(1);
        assertThat(shop.report(answer.uuid()).status()).isEqualTo("done");
        await().atMost(AtolShop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.atol().pending()).isZero());
    }

    @Test
    void shouldAnswerTheOldReceiptWhenTheExternalIdIsKnown() throws Exception {
        // given
        Answer first = shop.register("refund-1");

        // when
        Answer second = shop.register("refund-1");

        // then
        assertThat(second.http()).isEqualTo(400);
        assertThat(second.status()).isEqualTo("wait");
        assertThat(second.code()).isEqualTo(AtolError.ALREADY_EXISTS);
        assertThat(second.uuid()).isEqualTo(first.uuid());
        assertThat(shop.ledger().receipts()).hasSize(1);
    }

    @Test
    void shouldKeepTheOperationOfEachReceipt() throws Exception {
        // when
        shop.register("refund-1");
        shop.register("sell", shop.receipt("reversal-1"));
        shop.register("sell_refund_correction", shop.correction("correction-1"));

        // then
        assertThat(shop.ledger().receipts())
                .extracting(AtolReceipt::operation)
                .containsExactly("sell_refund", "sell", "sell_refund_correction");
    }

    @Test
    void shouldRefuseAReceiptThatDoesNotAddUp() throws Exception {
        // when
        Answer answer =
                shop.register("sell_refund", shop.receipt("refund-1").replace("\"total\": 21.90", "\"total\": 1"));

        // then
        assertThat(answer.http()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(AtolError.INVALID);
        assertThat(shop.ledger().receipts()).isEmpty();
    }

    @Test
    void shouldAnswerWithTheErrorsOfTheProtocol() throws Exception {
        String receipt = shop.receipt("r");
        assertThat(shop.post("/getToken", "{\"login\": \"login\", \"pass\": \"wrong\"}", "")
                        .code())
                .isEqualTo(AtolError.WRONG_LOGIN);
        assertThat(shop.post("/group/sell_refund", receipt, "other").code()).isEqualTo(AtolError.WRONG_TOKEN);
        assertThat(shop.post("/another/sell_refund", receipt, shop.token()).code())
                .isEqualTo(AtolError.WRONG_GROUP);
        assertThat(shop.register("sell_everything", receipt).code()).isEqualTo(AtolError.UNKNOWN_OPERATION);
        assertThat(shop.register("sell_refund", "{").code()).isEqualTo(AtolError.INVALID);
        assertThat(shop.report("none").code()).isEqualTo(AtolError.WRONG_UUID);
    }
}

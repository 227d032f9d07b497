package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.line;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.testservers.NeedsServers;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A refund's money is announced on a real broker; its receipts go through the protocol into a real ledger and back. */
@NeedsServers
class FiscalizationServiceTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldTellOnceThatAllReceiptsOfALongRefundAreRegistered() {
        // given
        RefundSnapshot refund = refund(lines(250));

        // when
        service.publish(announced("long", Country.RU, refund));
        ReceiptRegistered told = (ReceiptRegistered) service.answerFor("long").event();

        // then
        assertThat(told.amountMinor()).isEqualTo(refund.amountMinor());
        assertThat(told.currency()).isEqualTo(CurrencyCode.RUB);
        assertThat(service.registered("long"))
                .containsExactly(
                        "refund refund-m:long:R-1-r1", "refund refund-m:long:R-1-r2", "refund refund-m:long:R-1-r3");
        assertThat(told.receipts().stream().mapToLong(Receipt::amountMinor).sum())
                .isEqualTo(refund.amountMinor());
        assertThat(service.answersFor("long")).hasSize(1);
        assertThat(service.atol.registrations(movementId("long"))).hasSize(3);
    }

    @Test
    void shouldKeepTheTagsTheAttemptAndTheAnswersInTheLedger() {
        // when
        service.publish(announced("ledger", Country.RU, refund(List.of(line("a", 2, 1200, VatRate.VAT20)))));
        service.answerFor("ledger");

        // then
        String ofReceipt = " from receipt where movement_id = '" + movementId("ledger") + "'";
        assertThat(service.value("select concat_ws('|', t1054_operation, t1055_tax_system, t1008_client, t1018_inn,"
                        + " t1187_place, t1020_total_minor, t1081_cashless_minor, t1125_internet,"
                        + " t1041_fiscal_storage, t1077_document_attribute, state)" + ofReceipt))
                .isEqualTo("sell_refund|osn|anna@customer.example|5544332219|https://shop.example|1200|1200|t|"
                        + "9999078900003780|3449555941|REGISTERED");
        assertThat(service.value(
                        "select concat_ws('|', name, price_minor, quantity, sum_minor, t1214_payment_method,"
                                + " t1212_payment_object, t1199_vat_rate, t1200_vat_minor)"
                                + " from receipt_item join receipt using (receipt_id) where movement_id = ?",
                        movementId("ledger")))
                .isEqualTo("Mug a|600|2|1200|full_payment|1|vat20|200");
        assertThat(service.value(
                        "select count(*) from attempt where receipt_id = (select receipt_id" + ofReceipt + ")"))
                .isEqualTo("1");
        assertThat(service.value("select string_agg(source || ' ' || decision, ', ' order by answer_id) from answer"
                        + " where receipt_id = (select receipt_id" + ofReceipt + ")"))
                .isEqualTo("REGISTER Await, CALLBACK Registered");
    }

    @Test
    void shouldGiveOneReceiptForAnEventThatIsDeliveredAgain() {
        // given
        Envelope<MoneyRefunded> event = announced("twice", Country.RU, refund(lines(1)));
        service.publish(event);
        service.answerFor("twice");

        // when
        service.publish(event);
        service.publish(announced("twice", Country.RU, refund(lines(1)), 2));
        service.answerAbout(movementId("twice"), 2);

        // then
        assertThat(service.atol.registrations(movementId("twice"))).hasSize(1);
        assertThat(service.answersFor("twice")).hasSize(2);
    }

    @Test
    void shouldAskForNoReceiptWhereTheLawAsksForNone() {
        // when
        service.publish(announced("british", Country.GB, refund(lines(1))));

        // then
        assertThat(service.answerFor("british").event()).isInstanceOf(ReceiptNotRequired.class);
        assertThat(service.atol.registrations(movementId("british"))).isEmpty();
    }

    @Test
    void shouldSendToTheShopWhatHasNoAddressOfTheCustomer() {
        // given
        RefundSnapshot byPhone =
                refund(CurrencyCode.RUB, 101, lines(1), new Customer(null, null, null, "+79001234567"));
        RefundSnapshot anonymous = refund(CurrencyCode.RUB, 101, lines(1), new Customer(null, null, null, null));

        // when
        service.publish(announced("by-phone", Country.RU, byPhone));
        service.publish(announced("anonymous", Country.RU, anonymous));
        service.answerFor("by-phone");
        service.answerFor("anonymous");

        // then
        assertThat(clientOf("by-phone")).isEqualTo("{\"phone\":\"+79001234567\"}");
        assertThat(clientOf("anonymous")).isEqualTo("{\"email\":\"shop@shop.example\"}");
    }

    @Test
    void shouldSayWhyNoReceiptCanStateARefund() {
        // when
        service.publish(announced("mismatch", Country.RU, refund(CurrencyCode.RUB, 1, lines(1), Refunds.CUSTOMER)));

        // then
        ReceiptFailed told = (ReceiptFailed) service.answerFor("mismatch").event();
        assertThat(told.code()).isEqualTo("LINES_CONTRADICT_AMOUNT");
    }

    @Test
    void shouldPutUnreadableBytesAsideAndGoOn() {
        // given
        ProducerRecord<String, byte[]> broken = CloudEvents.toRecord(announced("broken", Country.RU, refund(lines(1))));
        ProducerRecord<String, byte[]> bytes =
                new ProducerRecord<>(broken.topic(), null, "broken", new byte[] {'{', (byte) 0xff}, broken.headers());

        // when
        service.outside.send(bytes);
        service.publish(announced("broken", Country.RU, refund(lines(1)), 2));

        // then
        assertThat(service.answerFor("broken").event()).isInstanceOf(ReceiptRegistered.class);
        patiently().until(() -> !service.outside.deadLettersOf("broken").isEmpty());
        assertThat(service.outside.deadLettersOf("broken").getFirst())
                .containsEntry("dl_origin_topic", "refund.update.v1")
                .containsEntry("dl_service", "fiscalization-service")
                .containsKeys("dl_cause", "dl_message", "dl_origin_offset");
    }

    private String clientOf(String orderId) {
        return service.atol
                .registrations(movementId(orderId))
                .getFirst()
                .path("receipt")
                .path("client")
                .toString();
    }
}

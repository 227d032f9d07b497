package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.patiently;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.backId;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.Refunds.reversed;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A ledger that is lost, or comes from a backup, is brought forward by replay: nothing is registered or told twice. */
@Order(RunningService.ALONE_LAST)
@NeedsServers
class LedgerLostTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.impatient();

    private static final String RECOVER = "--refundtool.database.recovery=automatic";
    private static final int MANY = 1_000;

    private static final String MOVEMENTS = """
            select concat_ws(' ', movement_id, state, amount_minor, compensates, failure_code, failure_reason, finished_at)
            from movement where order_id like '%s-%%' and order_id <> '%s-open' order by movement_id
            """;
    private static final String RECEIPTS = """
            select concat_ws(' ', external_id, registration, t1020_total_minor, t1054_operation, t1008_client,
                fiscal_receipt_number, t1040_document_number, t1077_document_attribute, t1041_fiscal_storage, registered_at,
                ofd_receipt_url, t1178_correction_date,
                (select string_agg(concat_ws(',', name, price_minor, quantity, sum_minor, t1199_vat_rate), ';'
                    order by position) from receipt_item where receipt_item.receipt_id = receipt.receipt_id))
            from receipt join movement using (movement_id)
            where receipt.state = 'REGISTERED' and order_id like '%s-%%' and order_id <> '%s-open' order by external_id
            """;

    private final FiscalizationFixture service = RUNNING.get();

    @AfterAll
    static void stop() {
        RUNNING.stop();
    }

    @Test
    void shouldBeBroughtForwardFromNothingWithoutASecondReceipt() {
        // given movements that came to every kind of end
        List<String> orders = List.of(
                "ledger-lost-plain",
                "ledger-lost-many",
                "ledger-lost-back",
                "ledger-lost-corrected",
                "ledger-lost-failed",
                "ledger-lost-de");
        announce("ledger-lost-plain", Country.RU, 1);
        announce("ledger-lost-many", Country.RU, 150);
        announce("ledger-lost-de", Country.DE, 1);
        announce("ledger-lost-back", Country.RU, 2);
        List.of("ledger-lost-plain", "ledger-lost-many", "ledger-lost-de", "ledger-lost-back")
                .forEach(service::answerFor);
        service.publish(reversed("ledger-lost-back", Country.RU, refund(lines(2))));
        service.answerAbout(backId("ledger-lost-back"), 1);
        service.atol.next(new Step.FailLater(errorJson(2007, "agent")));
        announce("ledger-lost-corrected", Country.RU, 1);
        assertThat(service.registered("ledger-lost-corrected"))
                .containsExactly("refund-correction correction-" + movementId("ledger-lost-corrected") + "-r1");
        service.atol.next(new Step.FailLater(errorJson(2003, "agent")));
        announce("ledger-lost-failed", Country.RU, 1);
        assertThat(service.answerFor("ledger-lost-failed").event()).isInstanceOf(ReceiptFailed.class);
        service.publishAndAwaitRead(announced("ledger-lost-plain", Country.RU, refund(lines(1)), 2));
        service.answerAbout(movementId("ledger-lost-plain"), 2);
        // and one that has not come to any
        service.atol.next(new Step.AcceptSilently());
        service.atol.nextReport(
                Collections.nCopies(MANY, error(200, 34, "system")).toArray(Reply[]::new));
        announce("ledger-lost-open", Country.RU, 1);
        service.awaitStateOf("ledger-lost-open", "WAITING");
        List<String> movements = service.rows(MOVEMENTS.formatted("ledger-lost", "ledger-lost"));
        List<String> receipts = service.rows(RECEIPTS.formatted("ledger-lost", "ledger-lost"));
        Map<String, List<String>> sent = sent(orders);

        // when
        service.loseLedger(RECOVER);
        service.atol.forgetScript();

        // then what was in progress goes on to its end, as the one receipt that ATOL Online has
        assertThat(service.registered("ledger-lost-open")).containsExactly("refund refund-m:ledger-lost-open:R-1-r1");
        assertThat(service.atol.sent(movementId("ledger-lost-open")))
                .containsExactly(
                        "sell_refund refund-m:ledger-lost-open:R-1-r1", "sell_refund refund-m:ledger-lost-open:R-1-r1");
        // and of what had ended the ledger holds the same, and nothing was sent
        patiently()
                .until(() -> service.rows(MOVEMENTS.formatted("ledger-lost", "ledger-lost"))
                                .size()
                        == movements.size());
        assertThat(service.rows(MOVEMENTS.formatted("ledger-lost", "ledger-lost")))
                .isEqualTo(movements);
        assertThat(service.rows(RECEIPTS.formatted("ledger-lost", "ledger-lost")))
                .isEqualTo(receipts);
        assertThat(sent(orders)).isEqualTo(sent);

        // when life goes on
        service.publish(reversed("ledger-lost-many", Country.RU, refund(lines(150))));

        // then the rebuilt lines are good enough to be mirrored
        assertThat(service.answerAbout(backId("ledger-lost-many"), 1).event()).isInstanceOf(ReceiptRegistered.class);
        assertThat(service.atol.sent(backId("ledger-lost-many"))).hasSize(2);
        // and nothing had been told twice
        orders.stream()
                .filter(order -> !order.equals("ledger-lost-plain"))
                .forEach(
                        order -> assertThat(service.answersFor(order)).as(order).hasSize(1));
        assertThat(service.answersFor("ledger-lost-plain")).hasSize(2);
    }

    @Test
    void shouldBeBroughtForwardFromABackupWithoutASecondReceipt() {
        // given
        announce("backup-before", Country.RU, 1);
        service.answerFor("backup-before");
        service.atol.next(new Step.AcceptSilently());
        service.atol.nextReport(
                Collections.nCopies(MANY, error(200, 34, "system")).toArray(Reply[]::new));
        announce("backup-open", Country.RU, 1);
        service.awaitStateOf("backup-open", "WAITING");
        service.publishAndAwaitRead(reversed("backup-open", Country.RU, refund(lines(1))));

        // when
        String backup = service.backUp();
        service.atol.forgetScript();
        announce("backup-after", Country.RU, 1);
        List<String> orders = List.of("backup-before", "backup-open", "backup-after");
        orders.forEach(service::answerFor);
        service.answerAbout(backId("backup-open"), 1);
        Map<String, List<String>> sent = sent(orders);
        List<String> movements = service.rows(MOVEMENTS.formatted("backup", "none"));
        List<String> receipts = service.rows(RECEIPTS.formatted("backup", "none"));
        service.restore(backup, RECOVER);

        // then
        patiently()
                .until(() -> service.rows(MOVEMENTS.formatted("backup", "none")).equals(movements));
        assertThat(service.rows(RECEIPTS.formatted("backup", "none"))).isEqualTo(receipts);
        assertThat(sent(orders)).isEqualTo(sent);
        announce("backup-later", Country.RU, 1);
        service.answerFor("backup-later");
        orders.forEach(order -> assertThat(service.answersFor(order)).as(order).hasSize(1));
    }

    private void announce(String orderId, Country country, int lines) {
        service.publish(announced(orderId, country, refund(lines(lines))));
    }

    /** All that was sent to ATOL Online for these orders, by movement. */
    private Map<String, List<String>> sent(List<String> orders) {
        return orders.stream()
                .flatMap(order -> Stream.of(movementId(order), backId(order)))
                .collect(Collectors.toMap(movement -> movement, service.atol::sent));
    }
}

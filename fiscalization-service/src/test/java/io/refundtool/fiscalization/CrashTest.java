package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Lost answers, crashes, and several instances: one receipt all the same. */
@Order(RunningService.IMPATIENT_FIRST)
@NeedsServers
class CrashTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.impatient();

    /** More reports than are asked for until the service has stopped. */
    private static final int MANY = 1_000;

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldFindWhatWasRegisteredWhenTheAnswerWasLost() {
        // given
        service.atol.next(new Step.RegisterAndHangUp());

        // when
        announce("lost");

        // then: sent again under the same id, answered with error 33, polled
        assertThat(service.registered("lost")).containsExactly("refund refund-m:lost:R-1-r1");
        assertThat(service.atol.sent(movementId("lost")))
                .containsExactly("sell_refund refund-m:lost:R-1-r1", "sell_refund refund-m:lost:R-1-r1");
    }

    @Test
    void shouldSendTheSameIdAfterACrashBetweenSendingAndAnswer() {
        // given
        service.atol.next(new Step.AcceptSilently());
        service.atol.nextReport(
                Collections.nCopies(MANY, error(200, 34, "system")).toArray(Reply[]::new));
        announce("crash");
        service.awaitStateOf("crash", "WAITING");

        // when: what a crash right after sending leaves behind
        service.restartAfter(
                "update receipt set state = 'TO_REGISTER', uuid = null, due_at = now() + interval '1 second'"
                        + " where movement_id = '" + movementId("crash") + "'",
                "delete from registration where receipt_id in (select receipt_id from receipt where movement_id = '"
                        + movementId("crash") + "')");
        service.atol.forgetScript();

        // then
        assertThat(service.registered("crash")).containsExactly("refund refund-m:crash:R-1-r1");
        assertThat(service.atol.sent(movementId("crash")))
                .containsExactly("sell_refund refund-m:crash:R-1-r1", "sell_refund refund-m:crash:R-1-r1");
        assertThat(service.answersFor("crash")).hasSize(1);
    }

    @Test
    void shouldShareTheWorkAmongInstances() {
        // given
        List<String> orders =
                IntStream.range(0, 40).mapToObj(number -> "shared-" + number).toList();
        try (ConfigurableApplicationContext _ = service.anotherInstance()) {

            // when
            orders.forEach(this::announce);

            // then
            orders.forEach(order -> assertThat(service.registered(order)).hasSize(1));
            orders.forEach(
                    order -> assertThat(service.atol.sent(movementId(order))).hasSize(1));
            orders.forEach(order -> assertThat(service.answersFor(order)).hasSize(1));
        }
    }

    @Test
    void shouldBeginManyAnewAtTwoInstancesWhileOthersAreAnswered() {
        // given
        List<String> orders =
                IntStream.range(0, 30).mapToObj(number -> "storm-" + number).toList();
        try (ConfigurableApplicationContext _ = service.anotherInstance()) {
            service.atol.next(orders.stream()
                    .map(_ -> new Step.FailLater(errorJson(2003, "agent")))
                    .toArray(Step[]::new));
            orders.forEach(this::announce);
            orders.forEach(order -> assertThat(service.answerFor(order).event()).isInstanceOf(ReceiptFailed.class));

            // when
            for (int attempt = 2; attempt <= 4; attempt++) {
                int current = attempt;
                orders.forEach(order -> service.publish(announced(order, Country.RU, refund(lines(1)), current)));
            }

            // then
            orders.forEach(order -> assertThat(FiscalizationFixture.receipts(service.answerAbout(movementId(order), 2)))
                    .containsExactly("refund refund-" + movementId(order) + "-r1-t2"));
            orders.forEach(
                    order -> assertThat(service.atol.sent(movementId(order))).hasSize(2));
        }
    }

    private void announce(String orderId) {
        service.publish(announced(orderId, Country.RU, refund(lines(1))));
    }
}

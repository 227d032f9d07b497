package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of callbacks that come early, twice, forged or broken. */
@NeedsServers
class CallbackTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldTellOnceWhatIsCalledBackTwice() {
        // given
        service.publish(announced("back-twice", Country.RU, refund(lines(1))));
        service.answerFor("back-twice");

        // when
        int status = service.atol.post(service.atol.done(service.uuidOf("back-twice")));

        // then
        assertThat(status).isEqualTo(200);
        assertThat(service.answersFor("back-twice")).hasSize(1);
        assertThat(service.stateOf("back-twice")).isEqualTo("REGISTERED");
    }

    @Test
    void shouldUnderstandACallbackThatComesBeforeTheAnswer() {
        // given
        service.atol.next(new Step.CallBackFirst());

        // when
        service.publish(announced("early", Country.RU, refund(lines(1))));

        // then
        assertThat(service.registered("early")).hasSize(1);
        assertThat(service.value("select count(*) from early_callback")).isEqualTo("0");
    }

    @Test
    void shouldNotBelieveForgedOrBrokenCallbacks() {
        // given
        service.atol.next(new Step.AcceptSilently());
        service.publish(announced("forged", Country.RU, refund(lines(1))));
        service.awaitStateOf("forged", "WAITING");
        String uuid = service.uuidOf("forged");
        String done = service.atol.done(uuid);

        // when
        List<Integer> statuses = List.of(
                service.atol.post(done.replace(uuid, "uuid-of-nobody")),
                service.atol.post(done.replace("\"total\": 1.01", "\"total\": 1.02")),
                service.atol.post(done.replace("refund-m:forged", "refund-m:other")),
                service.atol.post(done.replace("refund-m:forged", "reversal-m:forged")),
                service.atol.post(done.replace("\"fiscal_document_number\": ", "\"fiscal_document_number\": -")),
                service.atol.post("{\"uuid\""),
                service.atol.post("x".repeat(70_000)));

        // then
        assertThat(statuses).containsExactly(404, 409, 409, 409, 400, 400, 413);
        assertThat(service.stateOf("forged")).isEqualTo("WAITING");
        assertThat(service.answersFor("forged")).isEmpty();

        // when
        service.atol.post(done);

        // then
        assertThat(service.registered("forged")).hasSize(1);
    }
}

package io.refundtool.refund.scenario;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.refund.scenario.Outcome.Expected;
import io.refundtool.refund.scenario.Scenario.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** There is a scenario for everything that the state machine reads, announces and says. */
class ScenarioCoverageTest {

    private static final List<Scenario> SCENARIOS = ScenarioFiles.all();

    /** The tables of docs/state-machine.md, as {@code why:} quotes them. */
    private static final List<String> ROWS = List.of(
            "awaiting-clarification waits for BOB",
            "approved waits for Payment",
            "money-refunded waits for Fiscalization",
            "fiscalized waits for Notifications",
            "reversing waits for Payment's reversal",
            "reversing waits for the compensating receipt",
            "on-hold waits for an operator, or the late answer",
            "awaiting-clarification, when nothing comes",
            "approved, when nothing comes",
            "money-refunded, when nothing comes",
            "fiscalized, when nothing comes",
            "reversing, when nothing comes",
            "on-hold, when nothing comes",
            "cancellation before the payment's answer waits for that answer: declined -> Cancelled",
            "cancellation before the payment's answer waits for that answer: refunded -> Reversing",
            "money refunded for a refund that is cancelled -> Reversing",
            "money refunded for a refund that is rejected -> Reversing",
            "a second payment under another transaction id -> the second one is reversed",
            "a declined payout -> the alternative payout",
            "a declined payout -> clarification",
            "a late failure (refund-returned) -> clarification with the receipt kept on record",
            "a receipt that fails for good -> correction receipt, then on hold",
            "after a reversal the registered receipt is compensated by a new one",
            "only steps that were completed are compensated",
            "a refund over several captured payments is allocated to them in their order",
            "partial success",
            "one registered receipt for each movement",
            "NOTHING_TO_REFUND, QUANTITY_EXCEEDED, AMOUNT_EXCEEDED");

    @Test
    void shouldProveEveryRowOfTheTables() {
        List<String> proven = SCENARIOS.stream()
                .map(scenario -> scenario.why().toLowerCase(ROOT))
                .toList();
        assertThat(ROWS)
                .allSatisfy(row ->
                        assertThat(proven).anySatisfy(why -> assertThat(why).contains(row.toLowerCase(ROOT))));
    }

    @Test
    void shouldLetEveryEventArrive() {
        assertThat(events().map(Event::eventType))
                .contains(Arrays.stream(EventType.values())
                        .filter(type -> !InputReader.OTHERS.contains(type.topic()))
                        .toArray(EventType[]::new));
    }

    @Test
    void shouldExpectEveryAnnouncement() {
        assertThat(expected().map(Expected::type))
                .contains(Topic.REFUND_UPDATE_V1.eventTypes().toArray(EventType[]::new));
    }

    @Test
    void shouldExpectEveryCode() {
        List<Object> codes = expected()
                .map(event -> event.fields().get("code"))
                .filter(Objects::nonNull)
                .toList();
        assertThat(codes).contains((Object[]) HoldCode.values());
        assertThat(codes).contains((Object[]) RejectionCode.values());
        assertThat(codes).contains((Object[]) ClarificationCode.values());
    }

    @Test
    void shouldEndEveryWay() {
        assertThat(standings(Standing::status)).contains((Object[]) RefundStatus.values());
        assertThat(standings(Standing::fiscalization)).contains((Object[]) FiscalizationResult.values());
        assertThat(standings(Standing::notification)).contains((Object[]) NotificationResult.values());
        assertThat(standings(Standing::receipts)
                        .flatMap(receipts -> ((List<?>) receipts).stream())
                        .map(Object.class::cast))
                .contains((Object[]) ReceiptKind.values());
    }

    @Test
    void shouldLetEveryDeadlinePass() {
        Stream<Awaited> stated =
                events().filter(DeadlinePassed.class::isInstance).map(event -> ((DeadlinePassed) event).awaited());
        Stream<Awaited> real = steps().map(Step::input)
                .filter(Input.Passes.class::isInstance)
                .map(input -> ((Input.Passes) input).awaited());
        assertThat(real).contains(Awaited.values());
        assertThat(stated).isNotEmpty();
    }

    private static Stream<Step> steps() {
        return SCENARIOS.stream().flatMap(scenario -> scenario.steps().stream());
    }

    private static Stream<Event> events() {
        return steps().map(Step::input)
                .filter(Input.Arrives.class::isInstance)
                .map(input -> ((Input.Arrives) input).event());
    }

    private static Stream<Expected> expected() {
        return steps().map(Step::then)
                .filter(Outcome.Announces.class::isInstance)
                .flatMap(then -> ((Outcome.Announces) then).events().stream());
    }

    private static Stream<Object> standings(Function<Standing, @Nullable Object> part) {
        return SCENARIOS.stream()
                .flatMap(scenario -> scenario.state().values().stream())
                .map(part)
                .filter(Objects::nonNull);
    }
}

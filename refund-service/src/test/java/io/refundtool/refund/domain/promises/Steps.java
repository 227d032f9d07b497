package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.operator.Resumed;
import io.refundtool.events.operator.RetryOrdered;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.Waits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds from one state of a refund to its next. */
final class Steps {

    private Steps() {}

    static void check(Refund before, Refund now, RefundEvent event, List<Emission> emitted) {
        assertThat(now.asked()).as("what was asked").isEqualTo(before.asked());
        if (before.ledger().ending() != null) {
            assertThat(now.ledger().ending())
                    .as("the first reason to end")
                    .isEqualTo(before.ledger().ending());
            assertThat(emitted)
                    .as("clarifications asked for a refund that is to end")
                    .noneMatch(emission -> emission.event() instanceof ClarificationNeeded);
            assertThat(keys(before)).as("keys of a refund that is to end").containsAll(keys(now));
        }
        if (event.event() instanceof RetryOrdered || event.event() instanceof Resumed) {
            asksAgain(now, emitted);
        }
    }

    private static void asksAgain(Refund now, List<Emission> emitted) {
        Set<String> asked = emitted.stream()
                .flatMap(emission -> Announced.asks(emission.event()).stream())
                .collect(Collectors.toSet());
        Waits.of(now)
                .forEach(wait -> assertThat(asked)
                        .as("what is asked again when the refund goes on, and %s is waited for", wait)
                        .containsAll(Announced.needed(now, wait.awaited())));
    }

    private static Set<String> keys(Refund refund) {
        return refund.ledger().plan().parts().stream()
                .map(PayoutPart::idempotencyKey)
                .collect(Collectors.toSet());
    }
}

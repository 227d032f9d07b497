package io.refundtool.fiscalization.domain;

import static io.refundtool.fiscalization.domain.ReceiptState.FAILED;
import static io.refundtool.fiscalization.domain.ReceiptState.REGISTERED;
import static io.refundtool.fiscalization.domain.ReceiptState.TO_REGISTER;
import static io.refundtool.fiscalization.domain.ReceiptState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovementStateTest {

    @Test
    void shouldBeRegisteredOnlyWhenAllReceiptsAre() {
        // when
        MovementState all = MovementState.of(List.of(REGISTERED, REGISTERED));
        MovementState some = MovementState.of(List.of(REGISTERED, WAITING, TO_REGISTER));
        MovementState failed = MovementState.of(List.of(REGISTERED, FAILED, WAITING));

        // then
        assertThat(all).isEqualTo(MovementState.REGISTERED);
        assertThat(some).isEqualTo(MovementState.PENDING);
        assertThat(failed).isEqualTo(MovementState.FAILED);
    }

    @Test
    void shouldHealAFailureAndNeverUndoASuccess() {
        // when
        boolean healed = MovementState.FAILED.mayBecome(MovementState.REGISTERED);
        boolean undone = MovementState.REGISTERED.mayBecome(MovementState.FAILED);
        boolean toldTwice = MovementState.REGISTERED.mayBecome(MovementState.REGISTERED);

        // then
        assertThat(healed).isTrue();
        assertThat(undone).isFalse();
        assertThat(toldTwice).isFalse();
    }
}

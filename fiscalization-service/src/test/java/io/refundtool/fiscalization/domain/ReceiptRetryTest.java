package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.fiscalization.domain.Decision.Resend;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another announcement makes of a receipt that had failed. */
class ReceiptRetryTest {
    private static final BigDecimal TOTAL = new BigDecimal("10.00");

    @Test
    void shouldRetryUnderANewIdWhatIsKnownToBeUnregistered() {
        // given
        ReceiptProgress failed = new ReceiptProgress(
                ReceiptState.REPLACED, FiscalOperation.SELL_REFUND, "m-1", 1, TOTAL, 4, 1, 4, 2, 3, 5);

        // when
        Resend retry = ReceiptDecider.retry(failed, "ATOL_DRIVER_3822");

        // then
        assertThat(retry.next())
                .isEqualTo(new ReceiptProgress(
                        ReceiptState.TO_REGISTER, FiscalOperation.SELL_REFUND, "m-1", 1, TOTAL, 5, 0, 0, 0, 0, 0));
        assertThat(retry.after()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_RESULT", "SERVICE_FAILED"})
    void shouldRetryUnderTheSameIdWhatMayBeRegistered(String failureCode) {
        // given
        ReceiptProgress planned = ReceiptProgress.planned(FiscalOperation.SELL_REFUND, "m-1", 1, TOTAL);
        ReceiptProgress failed = planned.in(ReceiptState.FAILED);

        // when
        Resend retry = ReceiptDecider.retry(failed, failureCode);

        // then
        assertThat(retry.next()).isEqualTo(planned);
    }
}

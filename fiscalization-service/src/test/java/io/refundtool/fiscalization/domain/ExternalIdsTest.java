package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalIdsTest {

    @ParameterizedTest
    @EnumSource
    void shouldStayWithinTheLimitForTheLongestMovement(FiscalOperation operation) {
        // given
        String longest = "m".repeat(100);

        // when
        String externalId = ExternalIds.of(operation, longest, ReceiptPlanner.MAX_RECEIPTS, 9_999);

        // then
        assertThat(externalId).hasSizeLessThanOrEqualTo(ExternalIds.MAX_LENGTH);
    }

    @Test
    void shouldNeverGiveTwoReceiptsTheSameId() {
        // given
        List<String> movements =
                List.of("m", "refund-m", "reversal-m", "m-r1", "m-r1-t2", "m-t2", "m-r1-r1", "m-r1-t2-r1", "-r1", "r1");
        Map<String, String> seen = new HashMap<>();

        for (String movement : movements) {
            for (int ordinal = 1; ordinal <= 12; ordinal++) {
                for (int registration = 1; registration <= 12; registration++) {
                    for (FiscalOperation operation : FiscalOperation.values()) {
                        // when
                        String externalId = ExternalIds.of(operation, movement, ordinal, registration);

                        // then
                        String receipt = operation + " " + movement + " " + ordinal + " " + registration;
                        assertThat(seen.put(externalId, receipt)).as(externalId).isNull();
                    }
                }
            }
        }
    }

    @Test
    void shouldKeepTheIdUntilARegistrationHasFailed() {
        // given
        String movement = "order-7:R-1";

        // when
        String first = ExternalIds.of(FiscalOperation.SELL_REFUND, movement, 2, 1);
        String afterTimeout = ExternalIds.of(FiscalOperation.SELL_REFUND, movement, 2, 2);

        // then
        assertThat(first).isEqualTo("refund-order-7:R-1-r2");
        assertThat(afterTimeout).isEqualTo("refund-order-7:R-1-r2-t2");
    }
}

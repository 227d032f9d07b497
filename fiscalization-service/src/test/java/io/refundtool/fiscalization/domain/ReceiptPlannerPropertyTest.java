package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.VatRate;
import io.refundtool.fiscalization.Refunds;
import io.refundtool.fiscalization.domain.ReceiptPlan.Impossible;
import io.refundtool.fiscalization.domain.ReceiptPlan.Receipts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over generated refunds: receipts always make the amount, and every limit of the register holds. */
class ReceiptPlannerPropertyTest {
    private static final int REFUNDS = 600;
    private static final List<CurrencyCode> CURRENCIES =
            List.of(CurrencyCode.RUB, CurrencyCode.GBP, CurrencyCode.JPY, CurrencyCode.KWD);

    @Test
    void shouldMakeTheAmountWithinAllLimits() {
        int stated = 0;
        for (long seed = 0; seed < REFUNDS; seed++) {
            // given
            RefundSnapshot refund = generate(new Random(seed));

            // when
            ReceiptPlan plan = ReceiptPlanner.plan(refund);

            // then
            switch (plan) {
                case Receipts receipts -> {
                    check(seed, refund, receipts.receipts());
                    stated++;
                }
                case Impossible impossible ->
                    assertThat(impossible.code()).as("seed %d", seed).isEqualTo(ImpossibleReceipt.TOO_MANY_RECEIPTS);
            }
        }
        assertThat(stated).isGreaterThan(REFUNDS * 3 / 4);
    }

    private static void check(long seed, RefundSnapshot refund, List<PlannedReceipt> receipts) {
        MoneyScale scale = MoneyScale.of(refund.currency());
        assertThat(receipts.stream().mapToLong(PlannedReceipt::totalMinor).sum())
                .as("seed %d", seed)
                .isEqualTo(refund.amountMinor());
        assertThat(receipts).as("seed %d", seed).hasSizeBetween(1, ReceiptPlanner.MAX_RECEIPTS);
        assertThat(receipts)
                .extracting(PlannedReceipt::ordinal)
                .as("seed %d", seed)
                .isEqualTo(IntStream.rangeClosed(1, receipts.size()).boxed().toList());
        for (PlannedReceipt receipt : receipts) {
            assertThat(receipt.items()).as("seed %d", seed).hasSizeBetween(1, 100);
            assertThat(receipt.vats()).as("seed %d", seed).hasSizeBetween(1, 6);
            receipt.items().forEach(item -> check(seed, scale, item));
        }
    }

    private static void check(long seed, MoneyScale scale, ReceiptItem item) {
        BigDecimal price = scale.decimal(item.priceMinor());
        BigDecimal sum = scale.decimal(item.sumMinor());
        boolean holds = price.compareTo(new BigDecimal("42949672.95")) <= 0
                && sum.compareTo(new BigDecimal("42949672.95")) <= 0
                && price.multiply(BigDecimal.valueOf(item.quantity())).compareTo(sum) == 0
                && item.quantity() >= 1
                && BigDecimal.valueOf(item.quantity()).compareTo(new BigDecimal("99999.999")) <= 0
                && item.priceMinor() >= 0
                && item.vatMinor() >= 0
                && item.vatMinor() <= item.sumMinor()
                && !item.name().isBlank()
                && item.name().length() <= 128;
        assertThat(holds).as("seed %d: %s", seed, item).isTrue();
    }

    private static RefundSnapshot generate(Random random) {
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 150);
        List<RefundedLine> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            VatRate rate = List.of(VatRate.values()).get(random.nextInt(VatRate.values().length));
            String name = "n".repeat(random.nextInt(200)) + (random.nextBoolean() ? "ю😀".repeat(20) : "");
            lines.add(Refunds.line(
                    "l" + number,
                    name,
                    quantity(random),
                    amount(random),
                    random.nextInt(3) == 0 ? rate : VatRate.VAT20,
                    random.nextInt(20) == 0 ? "mark" : null));
        }
        return Refunds.refund(
                CURRENCIES.get(random.nextInt(CURRENCIES.size())),
                lines.stream().mapToLong(RefundedLine::amountMinor).sum(),
                lines,
                Refunds.CUSTOMER);
    }

    private static int quantity(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> 1 + random.nextInt(1_000_000);
            case 1, 2 -> 1 + random.nextInt(1_000);
            default -> 1 + random.nextInt(5);
        };
    }

    private static long amount(Random random) {
        return switch (random.nextInt(400)) {
            case 0 -> random.nextLong(1_000_000_000_000_000L);
            case 1, 2, 3, 4, 5 -> random.nextLong(20_000_000_000L);
            case 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> 0;
            default -> random.nextLong(100_000);
        };
    }
}

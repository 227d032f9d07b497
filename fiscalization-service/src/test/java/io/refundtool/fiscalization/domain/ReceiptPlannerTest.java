package io.refundtool.fiscalization.domain;

import static io.refundtool.fiscalization.Refunds.line;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.VatRate;
import io.refundtool.fiscalization.Refunds;
import io.refundtool.fiscalization.domain.ReceiptPlan.Impossible;
import io.refundtool.fiscalization.domain.ReceiptPlan.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptPlannerTest {

    @Test
    void shouldPutOneHundredLinesOnOneReceiptAndTheNextOnAnother() {
        // given
        RefundSnapshot hundred = refund(lines(100));
        RefundSnapshot more = refund(lines(101));

        // when
        List<PlannedReceipt> one = receipts(hundred);
        List<PlannedReceipt> two = receipts(more);

        // then
        assertThat(one).hasSize(1);
        assertThat(two).extracting(PlannedReceipt::ordinal).containsExactly(1, 2);
        assertThat(two).extracting(receipt -> receipt.items().size()).containsExactly(100, 1);
        assertThat(two.stream().mapToLong(PlannedReceipt::totalMinor).sum()).isEqualTo(more.amountMinor());
    }

    @Test
    void shouldSplitPiecesSoThatPriceTimesQuantityIsTheSum() {
        // given
        RefundSnapshot refund = refund(List.of(line("a", 3, 1000, VatRate.VAT20)));

        // when
        List<PlannedReceipt> receipts = receipts(refund);

        // then
        assertThat(receipts.getFirst().items())
                .extracting(ReceiptItem::priceMinor, ReceiptItem::quantity, ReceiptItem::sumMinor)
                .containsExactly(tuple(333L, 2L, 666L), tuple(334L, 1L, 334L));
    }

    @Test
    void shouldPriceWhatCostsLessThanAKopeckAPieceAsOne() {
        // given
        RefundSnapshot refund = refund(List.of(line("a", 3, 2, VatRate.NONE)));

        // when
        List<PlannedReceipt> receipts = receipts(refund);

        // then
        assertThat(receipts.getFirst().items())
                .extracting(ReceiptItem::priceMinor, ReceiptItem::quantity)
                .containsExactly(tuple(2L, 1L));
    }

    @Test
    void shouldGiveAMarkedPieceAnItemOfItsOwn() {
        // given
        RefundSnapshot refund = refund(List.of(line("a", "Shoes", 2, 1001, VatRate.VAT20, "0104600000000000")));

        // when
        List<PlannedReceipt> receipts = receipts(refund);

        // then
        assertThat(receipts.getFirst().items())
                .extracting(ReceiptItem::quantity, ReceiptItem::sumMinor, ReceiptItem::markCode)
                .containsExactly(tuple(1L, 1001L, "0104600000000000"));
    }

    @Test
    void shouldSplitWhatIsDearerOrMoreThanTheRegisterTakes() {
        // given
        long tooDear = 4_294_967_295L + 1;
        RefundSnapshot refund =
                refund(List.of(line("dear", 1, tooDear, VatRate.NONE), line("many", 250_000, 250_000, VatRate.NONE)));

        // when
        List<PlannedReceipt> receipts = receipts(refund);

        // then
        assertThat(receipts.getFirst().items())
                .extracting(ReceiptItem::priceMinor, ReceiptItem::quantity)
                .containsExactly(
                        tuple(4_294_967_295L, 1L),
                        tuple(1L, 1L),
                        tuple(1L, 99_999L),
                        tuple(1L, 99_999L),
                        tuple(1L, 50_002L));
    }

    @Test
    void shouldLeaveOutLinesOfNothingUnlessAllAre() {
        // given
        RefundedLine nothing = line("free", 2, 0, VatRate.VAT20);
        RefundedLine something = line("paid", 1, 500, VatRate.VAT20);

        // when
        List<PlannedReceipt> mixed = receipts(refund(List.of(nothing, something)));
        List<PlannedReceipt> free = receipts(refund(List.of(nothing)));

        // then
        assertThat(mixed.getFirst().items()).extracting(ReceiptItem::name).containsExactly("Mug paid");
        assertThat(free.getFirst().items()).extracting(ReceiptItem::sumMinor).containsExactly(0L);
    }

    @Test
    void shouldBeginAnotherReceiptAtTheSeventhVatRate() {
        // given
        List<RefundedLine> ofEachRate = new ArrayList<>();
        for (VatRate rate : VatRate.values()) {
            ofEachRate.add(line(rate.wire(), 1, 1000, rate));
        }

        // when
        List<PlannedReceipt> receipts = receipts(refund(ofEachRate));

        // then
        assertThat(receipts).hasSize(2).allMatch(receipt -> receipt.vats().size() == 6);
    }

    @Test
    void shouldSumVatPerRateHalfUp() {
        // given
        RefundSnapshot refund = refund(List.of(
                line("a", 1, 1000, VatRate.VAT20),
                line("b", 1, 999, VatRate.VAT20),
                line("c", 1, 1003, VatRate.VAT10),
                line("d", 1, 1000, VatRate.VAT122),
                line("e", 1, 1000, VatRate.VAT0)));

        // when
        Map<VatRate, Long> vats = receipts(refund).getFirst().vats();

        // then: 166.67 + 166.5, 91.18, 180.33, 0
        assertThat(vats)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(VatRate.VAT20, 334L, VatRate.VAT10, 91L, VatRate.VAT122, 180L, VatRate.VAT0, 0L));
    }

    @Test
    void shouldNameAnItemByItsSkuWhenTheNameIsEmptyAndCutALongName() {
        // given
        String pairAtTheLimit = "x".repeat(127) + "😀" + "y";

        // when
        List<PlannedReceipt> receipts = receipts(refund(List.of(
                line("a", " ", 1, 100, VatRate.NONE, null), line("b", pairAtTheLimit, 1, 100, VatRate.NONE, null))));

        // then
        assertThat(receipts.getFirst().items()).extracting(ReceiptItem::name).containsExactly("sku-a", "x".repeat(127));
    }

    @Test
    void shouldRefuseWhatNoReceiptCanState() {
        // given
        List<RefundedLine> two = lines(2);

        // when
        ReceiptPlan none = ReceiptPlanner.plan(refund(List.of()));
        ReceiptPlan negative = ReceiptPlanner.plan(refund(List.of(line("a", 1, -5, VatRate.NONE))));
        ReceiptPlan mismatch = ReceiptPlanner.plan(refund(CurrencyCode.RUB, 204, two, Refunds.CUSTOMER));
        ReceiptPlan huge = ReceiptPlanner.plan(refund(List.of(line("a", 1, 1_000_000_000_000_000L, VatRate.NONE))));

        // then
        assertThat(List.of(none, negative, mismatch, huge))
                .extracting(plan -> ((Impossible) plan).code())
                .containsExactly(
                        ImpossibleReceipt.NO_LINES,
                        ImpossibleReceipt.NEGATIVE_LINE,
                        ImpossibleReceipt.LINES_CONTRADICT_AMOUNT,
                        ImpossibleReceipt.TOO_MANY_RECEIPTS);
    }

    private static List<PlannedReceipt> receipts(RefundSnapshot refund) {
        return ((Receipts) ReceiptPlanner.plan(refund)).receipts();
    }
}

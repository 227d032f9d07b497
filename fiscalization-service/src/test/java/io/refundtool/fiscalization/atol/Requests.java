package io.refundtool.fiscalization.atol;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.VatRate;
import io.refundtool.fiscalization.Refunds;
import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.application.SellerData;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.MoneyScale;
import io.refundtool.fiscalization.domain.ReceiptPlan.Receipts;
import io.refundtool.fiscalization.domain.ReceiptPlanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts to register, for tests. */
final class Requests {
    private Requests() {}

    static RegistrationRequest request(String externalId) {
        return request(externalId, FiscalOperation.SELL_REFUND, null);
    }

    static RegistrationRequest request(
            String externalId, FiscalOperation operation, @Nullable CorrectionBasis correction) {
        Receipts plan = (Receipts) ReceiptPlanner.plan(Refunds.refund(List.of(
                Refunds.line("a", 3, 1000, VatRate.VAT20),
                Refunds.line("b", "Shoes", 1, 10_000, VatRate.VAT10, "0104"))));
        return new RegistrationRequest(
                1,
                1,
                externalId,
                StubAtol.GROUP,
                Refunds.AT,
                "anna@customer.example",
                new SellerData("shop@shop.example", "osn", "5544332219", "https://shop.example", true),
                MoneyScale.of(CurrencyCode.RUB),
                operation,
                correction,
                plan.receipts().getFirst());
    }
}

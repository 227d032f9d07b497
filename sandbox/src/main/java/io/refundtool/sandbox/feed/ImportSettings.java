package io.refundtool.sandbox.feed;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.TenderKind;
import io.refundtool.events.common.VatRate;

/**
 * What a shop's export does not say and a refund needs.
 *
 * @param language ISO 639-1, the language every customer is written to in
 * @param contact the e-mail address of a customer, %s being the customer's id
 * @param paymentObject FFD tag 1212
 * @param currency that of a request whose order nobody knows
 */
public record ImportSettings(
        VatRate vatRate,
        PaymentMethod paymentMethod,
        int paymentObject,
        TenderKind tender,
        String language,
        String contact,
        CurrencyCode currency) {

    private static final int COMMODITY = 1;

    /** A commodity at 20 %, paid in full by card; addresses that can belong to nobody. */
    public static ImportSettings defaults() {
        return new ImportSettings(
                VatRate.VAT20,
                PaymentMethod.FULL_PAYMENT,
                COMMODITY,
                TenderKind.CARD,
                "en",
                "customer-%s@example.test",
                CurrencyCode.GBP);
    }

    /** The address of a customer; one the shop does not know has an address too, or nobody could be told. */
    String emailOf(String customerId) {
        return contact.formatted(customerId.isEmpty() ? "unknown" : customerId.replaceAll("[^A-Za-z0-9._-]", "-"));
    }
}

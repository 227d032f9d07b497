package io.refundtool.sandbox;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.VatRate;
import io.refundtool.sandbox.feed.ImportSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A shop's own export, and what it does not say. */
final class ImportFlags {

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description =
                    "The shop's orders: order_id, ordered_at, country, currency, customer_id, line_id, sku, name, quantity, unit_price. CSV, packed with gzip or not. Goes with --returns.")
    private @Nullable Path orders;

    @Option(
            names = "--returns",
            paramLabel = "FILE",
            description =
                    "The shop's returns: refund_id, requested_at, order_id, country, customer_id, line_id, sku, quantity, amount. A row is a line; rows of one refund_id are one request. Goes with --orders.")
    private @Nullable Path returns;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write what became of each request: refund_id, order_id, outcome, amount, receipt_number, duration_ms, in the order of --returns.")
    private @Nullable Path report;

    @Option(
            names = "--vat",
            paramLabel = "RATE",
            defaultValue = "vat20",
            description =
                    "VAT rate of every line, in ATOL's words: none, vat0, vat5, vat7, vat10, vat20, vat22 … (default ${DEFAULT-VALUE}).")
    private String vat = "vat20";

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Language in which customers are written to (default ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            defaultValue = "customer-%s@example.test",
            description =
                    "E-mail address of a customer, %%s being the customer's id (default customer-%%s@example.test).")
    private String contact = "customer-%s@example.test";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "GBP",
            description = "Currency of requests whose order nobody knows (default ${DEFAULT-VALUE}).")
    private CurrencyCode currency = CurrencyCode.GBP;

    boolean given() {
        return orders != null || returns != null;
    }

    @Nullable
    Path orders() {
        return orders;
    }

    @Nullable
    Path returns() {
        return returns;
    }

    @Nullable
    Path report() {
        return report;
    }

    ImportSettings settings() {
        ImportSettings defaults = ImportSettings.defaults();
        return new ImportSettings(
                VatRate.of(vat),
                defaults.paymentMethod(),
                defaults.paymentObject(),
                defaults.tender(),
                language,
                contact,
                currency);
    }
}

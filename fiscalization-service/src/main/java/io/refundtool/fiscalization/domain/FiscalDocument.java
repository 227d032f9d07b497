package io.refundtool.fiscalization.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as the fiscal storage registered it.
 *
 * @param total FFD tag 1020, in units of the currency
 * @param fiscalStorageNumber FFD tag 1041, digits
 * @param fiscalDocumentNumber FFD tag 1040
 * @param fiscalDocumentAttribute FFD tag 1077
 * @param registeredAt the cash register's own time of the receipt
 * @param ofdReceiptUrl where the customer can see the receipt
 */
public record FiscalDocument(
        BigDecimal total,
        String fiscalStorageNumber,
        long fiscalReceiptNumber,
        long fiscalDocumentNumber,
        long fiscalDocumentAttribute,
        long shiftNumber,
        String ecrRegistrationNumber,
        Instant registeredAt,
        @Nullable String ofdReceiptUrl) {
    private static final int MAX_DIGITS = 32;
    private static final int MAX_URL_LENGTH = 255;

    public FiscalDocument {
        expect(fiscalStorageNumber.matches("[0-9]{1," + MAX_DIGITS + "}"), "fn_number to be 1 to 32 digits");
        expect(ecrRegistrationNumber.matches("[0-9]{0," + MAX_DIGITS + "}"), "ecr_registration_number to be digits");
        expect(fiscalReceiptNumber >= 0, "fiscal_receipt_number to be 0 or more");
        expect(fiscalDocumentNumber >= 0, "fiscal_document_number to be 0 or more");
        expect(fiscalDocumentAttribute >= 0, "fiscal_document_attribute to be 0 or more");
        expect(shiftNumber >= 0, "shift_number to be 0 or more");
        ofdReceiptUrl = usable(ofdReceiptUrl) ? ofdReceiptUrl : null;
    }

    private static boolean usable(@Nullable String url) {
        return url != null && url.length() <= MAX_URL_LENGTH && url.matches("[\\x21-\\x7E]+");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Expected " + what + ", but it is not");
        }
    }
}

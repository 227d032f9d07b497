package io.refundtool.notifications.domain;

import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundedLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What templates may say: everything is text in the reader's form already, so that a template holds words and nothing
 * else. No customer data is among it.
 *
 * @param code why a refund was rejected or needs clarification, empty otherwise
 * @param orderedOn the order's date (UTC)
 * @param amount the refund's whole amount with its currency
 * @param moreLines how many lines there are beyond those listed
 * @param receiptLinks where the tax receipts can be seen
 */
public record MessageContent(
        String shop,
        String orderId,
        String refundId,
        String code,
        String orderedOn,
        String amount,
        List<Line> lines,
        int moreLines,
        List<String> receiptLinks) {
    /** So many lines of a refund are listed in a message. */
    static final int LINE_LIMIT = 50;
    /** So many receipts are linked to in a message. */
    static final int RECEIPT_LIMIT = 20;

    /** One line of the refund. */
    public record Line(String name, int quantity, String amount) {}

    /** The content of a notice as a reader of the locale expects it. */
    public static MessageContent of(Notice notice, String shop, Locale locale) {
        RefundSnapshot refund = notice.refund();
        return new MessageContent(
                shop,
                notice.orderId(),
                notice.refundId(),
                notice.code(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(refund.orderedAt().atZone(ZoneOffset.UTC)),
                MoneyText.of(refund.amountMinor(), refund.currency(), locale),
                refund.lines().stream()
                        .limit(LINE_LIMIT)
                        .map(line -> line(line, refund, locale))
                        .toList(),
                Math.max(0, refund.lines().size() - LINE_LIMIT),
                links(refund));
    }

    private static Line line(RefundedLine line, RefundSnapshot refund, Locale locale) {
        return new Line(line.name(), line.quantity(), MoneyText.of(line.amountMinor(), refund.currency(), locale));
    }

    private static List<String> links(RefundSnapshot refund) {
        return refund.receipts().stream()
                .map(Receipt::ofdReceiptUrl)
                .filter(Objects::nonNull)
                .limit(RECEIPT_LIMIT)
                .toList();
    }
}

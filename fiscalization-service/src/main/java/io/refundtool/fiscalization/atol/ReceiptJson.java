package io.refundtool.fiscalization.atol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.application.SellerData;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.MoneyScale;
import io.refundtool.fiscalization.domain.PlannedReceipt;
import io.refundtool.fiscalization.domain.ReceiptItem;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a registration, version 5 of the protocol. Amounts are decimals with the currency's digits. A correction is
 * under a name of its own and says what it corrects; its form is the one that public clients of version 5 agree on.
 */
@JsonInclude(Include.NON_NULL)
record ReceiptJson(
        String externalId,
        String timestamp,
        @Nullable Service service,
        @Nullable Receipt receipt,
        @Nullable Receipt correction) {
    static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final int CASHLESS = 1;
    private static final int PIECE = 0;
    private static final int PIECE_SOLD = 1;
    private static final int PIECE_RETURNED = 3;
    private static final String MARK_PROCESSING_MODE = "0";

    record Service(String callbackUrl) {}

    @JsonInclude(Include.NON_NULL)
    record Receipt(
            Client client,
            Company company,
            @Nullable CorrectionInfo correctionInfo,
            List<Item> items,
            List<Payment> payments,
            List<Vat> vats,
            BigDecimal total) {}

    @JsonInclude(Include.NON_NULL)
    record CorrectionInfo(
            String type, String baseDate, @Nullable String baseNumber) {}

    @JsonInclude(Include.NON_NULL)
    record Client(@Nullable String email, @Nullable String phone) {}

    record Company(String email, String sno, String inn, String paymentAddress) {}

    @JsonInclude(Include.NON_NULL)
    record Item(
            String name,
            BigDecimal price,
            long quantity,
            int measure,
            BigDecimal sum,
            String paymentMethod,
            int paymentObject,
            Vat vat,
            @Nullable MarkCode markCode,
            @Nullable String markProcessingMode,
            @Nullable Integer plannedStatus) {}

    record MarkCode(@JsonProperty("gs1m") String gs1m) {}

    record Payment(int type, BigDecimal sum) {}

    record Vat(String type, BigDecimal sum) {}

    static ReceiptJson of(RegistrationRequest request, @Nullable String callbackUrl, ZoneId zone) {
        Receipt content = content(request);
        boolean corrects = request.correction() != null;
        return new ReceiptJson(
                request.externalId(),
                TIMESTAMP.format(request.announcedAt().atZone(zone)),
                callbackUrl == null ? null : new Service(callbackUrl),
                corrects ? null : content,
                corrects ? content : null);
    }

    private static Receipt content(RegistrationRequest request) {
        MoneyScale scale = request.scale();
        PlannedReceipt receipt = request.receipt();
        BigDecimal total = scale.decimal(receipt.totalMinor());
        return new Receipt(
                client(request.client()),
                company(request.seller()),
                correctionInfo(request.correction()),
                receipt.items().stream()
                        .map(item -> item(item, scale, request.operation()))
                        .toList(),
                List.of(new Payment(CASHLESS, total)),
                receipt.vats().entrySet().stream()
                        .map(vat -> new Vat(vat.getKey().wire(), scale.decimal(vat.getValue())))
                        .toList(),
                total);
    }

    private static @Nullable CorrectionInfo correctionInfo(@Nullable CorrectionBasis basis) {
        return basis == null ? null : new CorrectionInfo(basis.type(), DATE.format(basis.date()), basis.number());
    }

    private static int plannedStatus(FiscalOperation operation) {
        return switch (operation) {
            case SELL_REFUND, SELL_REFUND_CORRECTION -> PIECE_RETURNED;
            case SELL -> PIECE_SOLD;
        };
    }

    private static Client client(String client) {
        return client.contains("@") ? new Client(client, null) : new Client(null, client);
    }

    private static Company company(SellerData seller) {
        return new Company(seller.email(), seller.taxSystem(), seller.inn(), seller.paymentAddress());
    }

    private static Item item(ReceiptItem item, MoneyScale scale, FiscalOperation operation) {
        @Nullable String markCode = item.markCode();
        boolean marked = markCode != null;
        return new Item(
                item.name(),
                scale.decimal(item.priceMinor()),
                item.quantity(),
                PIECE,
                scale.decimal(item.sumMinor()),
                item.paymentMethod().wire(),
                item.paymentObject(),
                new Vat(item.vatRate().wire(), scale.decimal(item.vatMinor())),
                markCode == null ? null : new MarkCode(markCode),
                marked ? MARK_PROCESSING_MODE : null,
                marked ? plannedStatus(operation) : null);
    }
}

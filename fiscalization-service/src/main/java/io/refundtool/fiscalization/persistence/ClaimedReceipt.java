package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.application.SellerData;
import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.MoneyScale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claimed receipt without its items. */
record ClaimedReceipt(
        long receiptId,
        int registration,
        String externalId,
        String groupCode,
        Instant announcedAt,
        String client,
        SellerData seller,
        MoneyScale scale,
        FiscalOperation operation,
        @Nullable CorrectionBasis correction,
        int ordinal) {

    static ClaimedReceipt read(ResultSet row) throws SQLException {
        return new ClaimedReceipt(
                row.getLong("receipt_id"),
                row.getInt("registration"),
                row.getString("external_id"),
                row.getString("group_code"),
                Columns.instant(row, "announced_at"),
                row.getString("t1008_client"),
                new SellerData(
                        row.getString("shop_email"),
                        row.getString("t1055_tax_system"),
                        row.getString("t1018_inn"),
                        row.getString("t1187_place"),
                        row.getBoolean("t1125_internet")),
                MoneyScale.of(CurrencyCode.valueOf(row.getString("currency"))),
                FiscalOperation.of(row.getString("t1054_operation")),
                correction(row),
                row.getInt("ordinal"));
    }

    private static @Nullable CorrectionBasis correction(ResultSet row) throws SQLException {
        @Nullable String type = row.getString("t1173_correction_type");
        return type == null
                ? null
                : new CorrectionBasis(
                        type,
                        row.getObject("t1178_correction_date", LocalDate.class),
                        row.getString("t1179_correction_number"));
    }

    RegistrationRequest toRequest(List<ItemRow> items) {
        return new RegistrationRequest(
                receiptId,
                registration,
                externalId,
                groupCode,
                announcedAt,
                client,
                seller,
                scale,
                operation,
                correction,
                ItemRow.toReceipt(ordinal, items));
    }
}

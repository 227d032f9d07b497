package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.domain.FiscalDocument;
import io.refundtool.fiscalization.domain.ReceiptProgress;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what became of receipts. */
final class ReceiptUpdate {
    private static final int BATCH_SIZE = 500;
    private static final String UPDATE = """
            update receipt set state = ?, external_id = ?, registration = ?, service_failures = ?,
                register_refusals = ?, queue_timeouts = ?, unanswered = ?, polls = ?,
                due_at = now() + ? * interval '1 millisecond', uuid = coalesce(?, uuid),
                t1041_fiscal_storage = ?, fiscal_receipt_number = ?, t1040_document_number = ?,
                t1077_document_attribute = ?, shift_number = ?, ecr_registration_number = ?, registered_at = ?,
                ofd_receipt_url = ?, failure_code = ?, failure_reason = ?
            where receipt_id = ?""";

    private ReceiptUpdate() {}

    static void write(JdbcTemplate jdbc, List<ReceiptChange> changes) {
        jdbc.batchUpdate(UPDATE, changes, BATCH_SIZE, ReceiptUpdate::write);
    }

    private static void write(PreparedStatement statement, ReceiptChange change) throws SQLException {
        ReceiptProgress next = change.next();
        statement.setString(1, next.state().name());
        statement.setString(2, next.externalId());
        statement.setInt(3, next.registration());
        statement.setInt(4, next.serviceFailures());
        statement.setInt(5, next.registerRefusals());
        statement.setInt(6, next.queueTimeouts());
        statement.setInt(7, next.unanswered());
        statement.setInt(8, next.polls());
        statement.setLong(9, change.dueIn().toMillis());
        statement.setString(10, change.uuid());
        write(statement, change.document());
        statement.setString(19, change.failureCode());
        statement.setString(20, change.failureReason());
        statement.setLong(21, change.receiptId());
    }

    private static void write(PreparedStatement statement, @Nullable FiscalDocument document) throws SQLException {
        if (document == null) {
            for (int column = 11; column <= 18; column++) {
                statement.setNull(column, Types.NULL);
            }
            return;
        }
        statement.setString(11, document.fiscalStorageNumber());
        statement.setLong(12, document.fiscalReceiptNumber());
        statement.setLong(13, document.fiscalDocumentNumber());
        statement.setLong(14, document.fiscalDocumentAttribute());
        statement.setLong(15, document.shiftNumber());
        statement.setString(16, document.ecrRegistrationNumber());
        Columns.set(statement, 17, document.registeredAt());
        statement.setString(18, document.ofdReceiptUrl());
    }
}

package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.Receipt;
import io.refundtool.fiscalization.domain.ExternalIds;
import io.refundtool.fiscalization.domain.FiscalOperation;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what is known of receipts without an answer of ATOL Online, in the caller's transaction. */
public final class KnownReceipts {

    private static final String REGISTERED = """
            update receipt set state = 'REGISTERED', external_id = ?, registration = ?, fiscal_receipt_number = ?,
                t1040_document_number = ?, t1077_document_attribute = ?, t1041_fiscal_storage = ?, registered_at = ?,
                ofd_receipt_url = ?, failure_code = null, failure_reason = null
            where movement_id = ? and ordinal = ? and t1054_operation = ? and t1020_total_minor = ?
            """;

    private static final String REPLACED = """
            update receipt set state = 'REPLACED', failure_code = ?, failure_reason = ?
            where movement_id = ? and ordinal = ? and t1054_operation = 'sell_refund' and state <> 'REGISTERED'
            """;

    private static final String FAILED = """
            update receipt set state = 'FAILED', failure_code = ?, failure_reason = ?
            where movement_id = ? and state in ('TO_REGISTER', 'WAITING')
            """;

    private static final String UNNEEDED =
            "delete from receipt_item where receipt_id in (select receipt_id from receipt where movement_id = ?)";

    private final JdbcTemplate jdbc;

    public KnownReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is a receipt of that amount for these lines of the movement; it is registered from now on. */
    public boolean register(String movementId, int ordinal, FiscalOperation operation, Receipt receipt) {
        OptionalInt registration = ExternalIds.registrationOf(operation, movementId, ordinal, receipt.externalId());
        return registration.isPresent()
                && jdbc.update(
                                REGISTERED,
                                receipt.externalId(),
                                registration.getAsInt(),
                                receipt.fiscalReceiptNumber(),
                                receipt.fiscalDocumentNumber(),
                                receipt.fiscalDocumentAttribute(),
                                receipt.fiscalStorageNumber(),
                                receipt.registeredAt().atOffset(ZoneOffset.UTC),
                                receipt.ofdReceiptUrl(),
                                movementId,
                                ordinal,
                                operation.wire(),
                                receipt.amountMinor())
                        == 1;
    }

    /** A correction took the place of the receipt for these lines. */
    public void replace(String movementId, int ordinal, String code, String reason) {
        jdbc.update(REPLACED, code, reason, movementId, ordinal);
    }

    /** What is not finished of the movement has failed. */
    public void fail(String movementId, String code, String reason) {
        jdbc.update(FAILED, code, reason, movementId);
    }

    /** The movement needs no receipts. */
    public void remove(String movementId) {
        jdbc.update(UNNEEDED, movementId);
        jdbc.update("delete from receipt where movement_id = ?", movementId);
    }
}

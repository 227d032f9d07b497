package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.persistence.AnswerTable;
import io.refundtool.fiscalization.persistence.EarlyCallbackTable;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.RegistrationTable;

/** The tables that an answer may change. */
public record Ledger(
        ReceiptTable receipts,
        RegistrationTable registrations,
        AnswerTable answers,
        EarlyCallbackTable earlyCallbacks) {}

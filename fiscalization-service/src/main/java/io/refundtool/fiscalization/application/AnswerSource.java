package io.refundtool.fiscalization.application;

/** Where an answer came from. The names are stored in the ledger. */
public enum AnswerSource {
    REGISTER,
    REPORT,
    CALLBACK
}

package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Decision;
import io.refundtool.fiscalization.persistence.ReceiptRow;

/** Is told of every decision about a receipt, before it is committed. */
@FunctionalInterface
public interface DecisionListener {
    void decided(ReceiptRow receipt, Told told, Decision decision);
}

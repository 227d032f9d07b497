/** The flow: an announced movement of money becomes receipts, receipts are sent, answers change the ledger. */
@NullMarked
package io.refundtool.fiscalization.application;

import org.jspecify.annotations.NullMarked;

/** The ledger of movements, receipts, attempts and answers in PostgreSQL. */
@NullMarked
package io.refundtool.fiscalization.persistence;

import org.jspecify.annotations.NullMarked;

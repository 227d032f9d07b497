/** The service that registers a tax receipt for every refund and keeps the ledger of them. */
@NullMarked
package io.refundtool.fiscalization;

import org.jspecify.annotations.NullMarked;

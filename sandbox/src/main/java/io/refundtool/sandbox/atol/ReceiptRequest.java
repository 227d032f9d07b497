package io.refundtool.sandbox.atol;

import java.math.BigDecimal;

/** What is kept of a registration that passed the register's checks. */
record ReceiptRequest(String externalId, BigDecimal total, String callbackUrl) {}

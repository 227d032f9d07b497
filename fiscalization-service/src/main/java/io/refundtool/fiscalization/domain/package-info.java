/** What receipts a refund needs and what an answer of the cash register means: pure arithmetic and decisions. */
@NullMarked
package io.refundtool.fiscalization.domain;

import org.jspecify.annotations.NullMarked;

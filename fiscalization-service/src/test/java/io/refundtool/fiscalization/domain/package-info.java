/** What the receipt arithmetic and the decisions about answers promise. */
@NullMarked
package io.refundtool.fiscalization.domain;

import org.jspecify.annotations.NullMarked;

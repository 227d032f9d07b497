/** Puts the parts of refund-service together. */
@NullMarked
package io.refundtool.refund.config;

import org.jspecify.annotations.NullMarked;

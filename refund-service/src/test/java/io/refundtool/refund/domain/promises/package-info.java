/** The promises of the state machine, as properties over generated histories. */
@NullMarked
package io.refundtool.refund.domain.promises;

import org.jspecify.annotations.NullMarked;

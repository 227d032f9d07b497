/** How simulators remember what they did, over a restart too. */
@NullMarked
package io.refundtool.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
